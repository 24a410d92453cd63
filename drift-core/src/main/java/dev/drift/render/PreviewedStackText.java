package dev.drift.render;

import static java.util.stream.Collectors.joining;

import dev.drift.preview.PlannedChange;
import dev.drift.preview.Planning;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.StackPreview;
import dev.drift.preview.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stack of a preview in Markdown, with strangers' text in code only.
 *
 * @param full everything worth showing
 * @param brief its name and one line, for when there is no room
 */
record PreviewedStackText(String full, String brief) {

    private static final int MOST_RESOURCES = 40;
    private static final int MOST_FIELDS = 40;
    private static final int MOST_DIAGNOSTICS = 10;
    private static final int LONGEST_VALUE = 160;
    private static final int LONGEST_REASON = 600;

    static PreviewedStackText of(StackPreview stack) {
        String head = "\n### " + code(stack.stack().path().toString(), LONGEST_REASON) + "\n";
        StringBuilder text = new StringBuilder(head);
        text.append(reason(stack));
        changes(text, stack.planning().changes());
        if (stack.planning().outputs() > 0) {
            text.append("\n")
                    .append(Plural.of(stack.planning().outputs(), "output"))
                    .append(" to change.\n");
        }
        text.append(SideEffectText.markdown(stack.planning().sideEffects()));
        drift(text, stack);
        return new PreviewedStackText(
                text.toString(),
                head + "\n_" + Plural.of(stack.planning().changes().size(), "planned change")
                        + ", left out for want of room._\n");
    }

    private static String reason(StackPreview stack) {
        if (stack.result() == PreviewResult.INVALID) {
            return stack.validation().diagnostics().stream()
                    .filter(Validation.Diagnostic::error)
                    .limit(MOST_DIAGNOSTICS)
                    .map(PreviewedStackText::diagnostic)
                    .collect(joining("", "\n", ""));
        }
        return stack.planning() instanceof Planning.NotPlanned not
                ? "\n" + not.phase().word() + ": " + code(not.reason(), LONGEST_REASON) + "\n"
                : "";
    }

    private static String diagnostic(Validation.Diagnostic said) {
        String place = said.place()
                .map(where -> code(where.toString(), LONGEST_REASON) + " ")
                .orElse("");
        String detail = said.detail().isBlank() ? "" : " " + code(said.detail().replace('\n', ' '), LONGEST_REASON);
        return "- " + place + code(said.summary(), LONGEST_REASON) + detail + "\n";
    }

    private static void changes(StringBuilder text, List<PlannedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        long destructive = changes.stream().filter(PlannedChange::isDestructive).count();
        int most = (int) Math.max(MOST_RESOURCES, destructive);
        PlannedText.ordered(changes).stream().limit(most).forEach(change -> lines(lines, change));
        if (changes.size() > most) {
            lines.add("  and " + Plural.of(changes.size() - most, "more object"));
        }
        text.append('\n').append(MarkdownText.block("diff", lines));
    }

    /** The sign of a difference begins a line, so that it is coloured as one. */
    private static void lines(List<String> lines, PlannedChange change) {
        ResourceText resource = PlannedText.of(change);
        String sign = resource.sign() == '+' ? "+" : change.isDestructive() ? "-" : "!";
        lines.add(
                sign + " " + Harmless.shortened(resource.address(), LONGEST_REASON) + "  " + PlannedText.words(change));
        resource.fields().stream().limit(MOST_FIELDS).forEach(field -> lines.add(line(field)));
        if (resource.fields().size() > MOST_FIELDS) {
            lines.add("      and " + Plural.of(resource.fields().size() - MOST_FIELDS, "more field"));
        }
    }

    private static String line(FieldText field) {
        String label = field.label().isEmpty() ? "" : "  (" + field.label() + ")";
        return "      " + Harmless.shortened(field.line(2 * LONGEST_VALUE), 3 * LONGEST_VALUE) + label;
    }

    private static void drift(StringBuilder text, StackPreview stack) {
        Optional<String> left = stack.driftLeft().stream()
                .limit(MOST_RESOURCES)
                .map(finding -> code(finding.address().toString(), LONGEST_VALUE))
                .reduce((one, other) -> one + ", " + other);
        left.ifPresent(names ->
                text.append("\nDrifted, and left as it is: ").append(names).append(".\n"));
    }

    private static String code(String text, int longest) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), longest));
    }
}
