package dev.drift.diagnosis;

import dev.drift.testing.Scene;
import dev.drift.value.Json;
import java.util.List;

/** What a judge says of a scene, a line a field: {@code address path class}. */
record Said(StackOutcome outcome) {

    static Said of(Scene scene) {
        return by(RuleBook.EMPTY, scene);
    }

    static Said by(RuleBook rules, Scene scene) {
        return new Said(Judge.by(rules).judge(scene.observation()));
    }

    List<String> drift() {
        return lines(outcome.findings().drift());
    }

    List<String> ignored() {
        return lines(outcome.findings().ignored());
    }

    List<String> noted() {
        return lines(outcome.findings().noted());
    }

    List<String> pending() {
        return lines(outcome.findings().pending().resources());
    }

    List<String> severities() {
        return outcome.findings().drift().stream()
                .flatMap(resource -> resource.fields().stream())
                .map(field -> field.path() + " " + field.severity().word())
                .toList();
    }

    /** Every value shown anywhere, with its path. */
    List<String> shown() {
        Findings findings = outcome.findings();
        return java.util.stream.Stream.of(
                        findings.drift(),
                        findings.ignored(),
                        findings.noted(),
                        findings.pending().resources())
                .flatMap(List::stream)
                .flatMap(resource -> resource.fields().stream())
                .map(field -> field.path() + ": " + Json.write(field.before()) + " -> " + Json.write(field.after()))
                .toList();
    }

    int noise(String rule) {
        return outcome.findings().noise().getOrDefault(rule, 0);
    }

    private static List<String> lines(List<ResourceFinding> findings) {
        return findings.stream()
                .flatMap(resource -> resource.fields().isEmpty()
                        ? java.util.stream.Stream.of(
                                resource.address() + " " + resource.action().word())
                        : resource.fields().stream()
                                .map(field -> resource.address() + " " + field.path() + " "
                                        + field.kind().word()))
                .toList();
    }
}
