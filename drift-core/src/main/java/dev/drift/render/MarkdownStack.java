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
    private static final int MOST_FIELDS = 40;
    private static final int MOST_MOVES = 20;
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
                .map(finding -> resource(ResourceText.of(finding)))
                .collect(joining());
        return shown + more(findings.size() - MOST_RESOURCES, "resource");
    }

    private static String resource(ResourceText resource) {
        StringBuilder text =
                new StringBuilder("\n" + code(resource.address(), LONGEST_REASON) + " " + resource.happened() + "\n");
        List<FieldText> fields = resource.fields().stream().limit(MOST_FIELDS).toList();
        String rows = fields.stream()
                .filter(field -> field.moves().size() == 1)
                .map(MarkdownStack::row)
                .collect(joining());
        if (!rows.isEmpty()) {
            text.append("\n| Field | Last applied | Live |\n|---|---|---|\n").append(rows);
        }
        fields.stream().filter(field -> field.moves().size() > 1).forEach(field -> text.append(block(field)));
        return text.append(more(resource.fields().size() - MOST_FIELDS, "field"))
                .toString();
    }

    private static String row(FieldText field) {
        Move move = field.moves().get(0).within(2 * LONGEST_VALUE);
        return "| " + code(field.path(), LONGEST_VALUE) + label(field) + " | "
                + cell(move.before().orElse("")) + " | " + cell(move.after().orElse("")) + " |\n";
    }

    private static String cell(String value) {
        return value.isEmpty() ? "" : MarkdownText.code(value);
    }

    private static String block(FieldText field) {
        List<String> lines = new ArrayList<>();
        field.moves().stream().limit(MOST_MOVES).forEach(move -> {
            Move fitting = move.within(2 * LONGEST_VALUE);
            String place = Harmless.shortened(move.place(), LONGEST_VALUE)
                    + (move.place().isEmpty() ? "" : "  ");
            fitting.before().ifPresent(value -> lines.add("- " + place + value));
            fitting.after().ifPresent(value -> lines.add("+ " + place + value));
        });
        if (field.moves().size() > MOST_MOVES) {
            lines.add("… and " + Plural.of(field.moves().size() - MOST_MOVES, "more difference"));
        }
        return "\n" + code(field.path(), LONGEST_VALUE) + label(field) + "\n\n" + MarkdownText.block("diff", lines);
    }

    private static String label(FieldText field) {
        return field.label().isEmpty() ? "" : " (" + field.label() + ")";
    }

    private static String more(int count, String thing) {
        return count > 0 ? "\n_" + Plural.of(count, "more " + thing) + " not shown._\n" : "";
    }

    private static String code(String text, int longest) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), longest));
    }
}
