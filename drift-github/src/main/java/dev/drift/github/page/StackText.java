package dev.drift.github.page;

import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ChangeAction;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownStack;
import dev.drift.render.MarkdownText;
import dev.drift.report.StackReport;
import java.time.Instant;
import java.util.List;

/**
 * One stack that is drifted or unknown, in three lengths.
 *
 * @param row its row in the table of stacks
 * @param fields its resources with the fields that differ
 * @param resources its resources alone
 */
record StackText(String row, String fields, String resources) {

    private static final int LONGEST_PATH = 200;
    private static final int MOST_RESOURCES = 100;

    /** The head of the table whose rows these are. */
    static final String TABLE = "\n| Stack | Result | Severity | Drifted | Pending |\n|---|---|---|---:|---:|\n";

    static StackText of(StackReport stack, Instant now) {
        boolean unknown = stack.outcome() instanceof StackOutcome.Unknown;
        MarkdownStack markdown = unknown ? MarkdownStack.unknown(stack) : MarkdownStack.drifted(stack, now);
        return new StackText(row(stack), folded(stack, markdown.detail() + pending(stack)), resources(stack));
    }

    /** The path of a stack as code. */
    static String path(StackReport stack) {
        return MarkdownText.code(shortened(stack.stack().path().toString()));
    }

    private static String row(StackReport stack) {
        String result = stack.outcome()
                .fold(
                        inSync -> "in sync",
                        drifted -> "**drifted**",
                        unknown -> "**unknown** (" + unknown.phase().word() + ")");
        int pending = stack.outcome().findings().pending().resources().size();
        return "| " + path(stack) + " | " + result + " | "
                + stack.severity().map(severity -> severity.word()).orElse("") + " | "
                + stack.outcome().findings().drift().size() + " | " + pending + " |\n";
    }

    private static String folded(StackReport stack, String detail) {
        return "\n<details><summary>"
                + MarkdownText.html(shortened(stack.stack().path().toString())) + ": " + summary(stack) + "</summary>\n"
                + detail + "\n</details>\n";
    }

    private static String summary(StackReport stack) {
        List<ResourceFinding> drift = stack.outcome().findings().drift();
        String drifted = Count.of(drift.size(), "resource") + " drifted";
        return stack.outcome() instanceof StackOutcome.Unknown unknown
                ? "unknown (" + unknown.phase().word() + ")"
                        + (drift.isEmpty() ? "" : ", " + drifted + " as far as seen")
                : drifted
                        + stack.severity()
                                .map(severity -> ", " + severity.word())
                                .orElse("");
    }

    private static String pending(StackReport stack) {
        return stack.outcome().findings().pending().isEmpty()
                ? ""
                : "\nPending, which is what the code asks for besides:\n"
                        + MarkdownStack.pending(stack).detail();
    }

    private static String resources(StackReport stack) {
        List<ResourceFinding> drift = stack.outcome().findings().drift();
        String shown =
                drift.stream().limit(MOST_RESOURCES).map(StackText::resource).collect(joining());
        String more = drift.size() > MOST_RESOURCES ? "- " + (drift.size() - MOST_RESOURCES) + " more\n" : "";
        String reason = stack.outcome() instanceof StackOutcome.Unknown unknown
                ? MarkdownText.code(shortened(Harmless.line(unknown.reason()))) + "\n\n"
                : "";
        return folded(stack, "\n" + reason + shown + more + "\n_The fields are left out for want of room._\n");
    }

    private static String resource(ResourceFinding finding) {
        String happened = finding.action() == ChangeAction.UPDATE
                ? "changed"
                : "**" + finding.action().word() + "**";
        return "- "
                + MarkdownText.code(shortened(Harmless.line(finding.address().toString()))) + " " + happened + ", "
                + finding.severity().word() + "\n";
    }

    private static String shortened(String text) {
        return Harmless.shortened(text, LONGEST_PATH);
    }
}
