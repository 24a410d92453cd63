package dev.drift.render;

import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.report.StackReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * One stack in Markdown, with strangers' text in code only.
 *
 * @param heading its path and severity as a heading; empty where the detail is one line
 * @param detail everything worth showing
 * @param brief heading and one line, for when there is no room
 */
public record MarkdownStack(String heading, String detail, String brief) {

    private static final int MOST_RESOURCES = 40;
    private static final int LONGEST_VALUE = 160;
    private static final int LONGEST_REASON = 600;

    /** What drifted in a stack, seen from a time. */
    public static MarkdownStack drifted(StackReport stack, Instant now) {
        List<ResourceFinding> drift = stack.outcome().findings().drift();
        String head = heading(stack);
        String since = stack.driftedSince()
                .filter(now::isAfter)
                .map(when -> "\nSince " + when.atOffset(ZoneOffset.UTC).toLocalDate() + ".\n")
                .orElse("");
        return new MarkdownStack(
                head,
                since + resources(drift),
                head + "\n_" + Plural.of(drift.size(), "resource") + ", left out for want of room._\n");
    }

    /**
     * Why nothing can be said of a stack, and what was seen all the same.
     *
     * @throws ClassCastException if the stack is not unknown
     */
    public static MarkdownStack unknown(StackReport stack) {
        StackOutcome.Unknown unknown = (StackOutcome.Unknown) stack.outcome();
        String head = heading(stack);
        String reason = "\n" + unknown.phase().word() + ": " + code(unknown.reason(), LONGEST_REASON) + "\n";
        String gaps = unknown.findings().coverage().gaps().stream()
                .filter(gap -> !gap.reason().equals(unknown.reason()))
                .limit(MOST_RESOURCES)
                .map(gap -> "- " + gap.phase().word() + ": " + code(gap.reason(), LONGEST_REASON) + "\n")
                .collect(joining());
        String seen = resources(unknown.findings().drift());
        return new MarkdownStack(
                head,
                reason
                        + (gaps.isEmpty() ? "" : "\n" + gaps)
                        + (seen.isEmpty() ? "" : "\nDrift seen all the same:\n" + seen),
                head + "\n" + unknown.phase().word() + "\n");
    }

    /** What the code of a stack asks for, as an item of a list. */
    public static MarkdownStack pending(StackReport stack) {
        Pending pending = stack.outcome().findings().pending();
        List<String> asked = new ArrayList<>();
        pending.resources().stream()
                .limit(MOST_RESOURCES)
                .map(ResourceText::of)
                .forEach(resource -> asked.add(resource.planned() + " " + code(resource.address(), LONGEST_VALUE)));
        if (pending.resources().size() > MOST_RESOURCES) {
            asked.add(pending.resources().size() - MOST_RESOURCES + " more");
        }
        if (pending.outputs() > 0) {
            asked.add(Plural.of(pending.outputs(), "output"));
        }
        String lead = "\n- " + code(stack.stack().path().toString(), LONGEST_VALUE) + ": ";
        return new MarkdownStack(
                "",
                lead + String.join(", ", asked) + "\n",
                lead + Plural.of(pending.resources().size(), "resource") + "\n");
    }

    /** All of it. */
    public String full() {
        return heading + detail;
    }

    private static String heading(StackReport stack) {
        return "\n### " + code(stack.stack().path().toString(), LONGEST_REASON)
                + stack.severity().map(severity -> " (" + severity.word() + ")").orElse("") + "\n";
    }

    private static String resources(List<ResourceFinding> findings) {
        String shown = findings.stream()
                .limit(MOST_RESOURCES)
                .map(finding -> MarkdownResource.DRIFTED.of(
                        finding, ResourceText.of(finding).happened()))
                .collect(joining());
        return shown + MarkdownResource.more(findings.size() - MOST_RESOURCES, "resource");
    }

    private static String code(String text, int longest) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), longest));
    }
}
