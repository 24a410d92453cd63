package dev.drift.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.AwsRules;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.terramate.plan.PlanJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

    private static final Path CORPUS = Path.of("src", "test", "resources", "corpus");
    private static final String SUFFIX = ".plan.json";

    static Stream<String> plans() throws Exception {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .forEach(names::add);
        }
        return names.stream();
    }

    private static StackOutcome outcome(String plan) throws Exception {
        return Judge.by(AwsRules.standard()).judge(PlanJson.read(CORPUS.resolve(plan + SUFFIX), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanIsJudgedAsWrittenBesideIt(String plan) throws Exception {
        assertThat(String.join("\n", told(outcome(plan))) + "\n")
                .isEqualTo(Files.readString(CORPUS.resolve(plan + ".verdict.txt")));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void noSecretOfAPlanIsTold(String plan) throws Exception {
        assertThat(outcome(plan).toString()).doesNotContain("correct-horse-battery-staple", "moved-by-hand");
    }

    @Test
    void everyVerdictHasItsPlan() throws Exception {
        List<String> verdicts = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".verdict.txt"))
                    .map(name -> name.replace(".verdict.txt", ""))
                    .sorted()
                    .forEach(verdicts::add);
        }

        assertThat(verdicts).isNotEmpty().containsExactlyElementsOf(plans().toList());
    }

    private static List<String> told(StackOutcome outcome) {
        Findings findings = outcome.findings();
        List<String> lines = new ArrayList<>();
        lines.add(outcome.fold(inSync -> "in sync", drifted -> "drifted", unknown -> "unknown"));
        lines.addAll(lines("drift", findings.drift()));
        lines.addAll(lines("pending", findings.pending().resources()));
        lines.addAll(lines("ignored", findings.ignored()));
        lines.addAll(lines("noted", findings.noted()));
        if (findings.pending().outputs() > 0) {
            lines.add("pending outputs: " + findings.pending().outputs());
        }
        new TreeSet<>(findings.noise().keySet())
                .forEach(rule ->
                        lines.add("noise " + rule + ": " + findings.noise().get(rule)));
        return lines;
    }

    private static Stream<String> fields(String list, ResourceFinding resource) {
        String object =
                list + " " + resource.address() + " " + resource.action().word();
        return resource.fields().isEmpty()
                ? Stream.of(object + " " + resource.severity().word())
                : resource.fields().stream()
                        .map(field -> object + " " + field.path() + " "
                                + field.kind().word() + " " + field.severity().word());
    }

    private static List<String> lines(String list, List<ResourceFinding> findings) {
        return findings.stream().flatMap(resource -> fields(list, resource)).toList();
    }
}
