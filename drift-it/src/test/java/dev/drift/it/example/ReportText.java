package dev.drift.it.example;

import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.report.DriftReport;
import dev.drift.value.Json;
import java.util.List;
import java.util.Locale;

/** A report as a text a person can check line by line. */
final class ReportText {

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(DriftReport report) {
        ReportText text = new ReportText();
        report.stacks().forEach(stack -> text.outcome(stack.stack().path().toString(), stack.outcome()));
        return text.text.toString();
    }

    private void outcome(String title, StackOutcome outcome) {
        String severity = outcome.findings().drift().stream()
                .map(ResourceFinding::severity)
                .reduce(Severity::or)
                .map(worst -> " " + worst.name().toLowerCase(Locale.ROOT))
                .orElse("");
        line("", title + " " + word(outcome) + severity);
        if (outcome instanceof StackOutcome.Unknown unknown) {
            // The reason is the tool's own sentence and changes with its version.
            line("  ", "could not tell: " + unknown.phase().name().toLowerCase(Locale.ROOT));
        }
        findings(outcome.findings());
    }

    private void findings(Findings findings) {
        resources("drift", findings.drift());
        resources("pending", findings.pending().resources());
        if (findings.pending().outputs() > 0) {
            line("  ", "pending outputs: " + findings.pending().outputs());
        }
        resources("ignored", findings.ignored());
        resources("noted", findings.noted());
    }

    private void resources(String list, List<ResourceFinding> resources) {
        for (ResourceFinding resource : resources) {
            line(
                    "  ",
                    "%s %s %s"
                            .formatted(
                                    list,
                                    resource.address(),
                                    resource.action().name().toLowerCase(Locale.ROOT)));
            resource.fields().forEach(this::field);
        }
    }

    private void field(FieldFinding field) {
        String values = "%s -> %s".formatted(Json.write(field.before()), Json.write(field.after()));
        line("    ", "%s %s %s".formatted(field.path(), field.kind().word(), values));
    }

    private static String word(StackOutcome outcome) {
        return outcome.fold(inSync -> "in sync", drifted -> "drifted", unknown -> "unknown");
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append('\n');
    }
}
