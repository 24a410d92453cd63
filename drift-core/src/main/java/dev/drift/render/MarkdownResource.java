package dev.drift.render;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.ResourceFinding;
import java.util.ArrayList;
import java.util.List;

/**
 * One object that differs in Markdown, with strangers' text in code only: its address, then its fields in a table, or as a
 * difference by lines where there is much to say of one.
 *
 * @param before what stands above the values before
 * @param after what stands above the values after
 */
public record MarkdownResource(String before, String after) {

    /** What drifted: the last apply against what is live. */
    public static final MarkdownResource DRIFTED = new MarkdownResource("Last applied", "Live");

    /** What an apply would do: what is live against the plan. */
    public static final MarkdownResource PLANNED = new MarkdownResource("Live", "Planned");

    private static final int MOST_FIELDS = 40;
    private static final int MOST_MOVES = 20;
    private static final int LONGEST_VALUE = 160;
    private static final int LONGEST_ADDRESS = 600;

    public MarkdownResource {
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }

    /** The object of a finding; what is said of it, in our own words, follows its address. */
    public String of(ResourceFinding finding, String said) {
        ResourceText resource = ResourceText.of(finding);
        StringBuilder text = new StringBuilder("\n" + code(resource.address(), LONGEST_ADDRESS) + " " + said + "\n");
        List<FieldText> fields = resource.fields().stream().limit(MOST_FIELDS).toList();
        String rows = fields.stream()
                .filter(field -> field.moves().size() == 1)
                .map(MarkdownResource::row)
                .collect(joining());
        if (!rows.isEmpty()) {
            text.append("\n| Field | " + before + " | " + after + " |\n|---|---|---|\n")
                    .append(rows);
        }
        fields.stream().filter(field -> field.moves().size() > 1).forEach(field -> text.append(block(field)));
        return text.append(more(resource.fields().size() - MOST_FIELDS, "field"))
                .toString();
    }

    static String more(int count, String thing) {
        return count > 0 ? "\n_" + Plural.of(count, "more " + thing) + " not shown._\n" : "";
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

    private static String code(String text, int longest) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), longest));
    }
}
