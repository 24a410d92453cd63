package dev.drift.render;

import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * One field that differs, in harmless words.
 *
 * @param path where in the object; empty for the object itself
 * @param label why it counts or does not, where that is worth a word; possibly empty
 * @param moves what differs; never empty
 */
record FieldText(String path, String label, List<Move> moves) {

    static FieldText of(FieldFinding field) {
        String path = Harmless.line(field.path().toString());
        List<Move> moves = isHidden(field)
                ? List.of(
                        new Move("", Optional.of(Value.redacted().toString()), Optional.of("another value, not shown")))
                : Moves.between(field.before(), field.after());
        if (moves.size() == 1 && !moves.get(0).place().isEmpty()) {
            Move only = moves.get(0);
            return new FieldText(joined(path, only.place()), label(field.kind()), List.of(at("", only)));
        }
        return new FieldText(path, label(field.kind()), moves);
    }

    /** The one difference, if there is no more than one. */
    Optional<Move> single() {
        return moves.size() == 1 ? Optional.of(moves.get(0)) : Optional.empty();
    }

    /** The field on one line of about so many characters, for places that have no room for more. */
    String line(int width) {
        String rest = moves.size() > 1 ? " (and " + (moves.size() - 1) + " more)" : "";
        Move first = moves.get(0);
        return joined(path, first.place()) + " "
                + first.within(Math.max(24, width - path.length() - rest.length()))
                        .values() + rest;
    }

    private static boolean isHidden(FieldFinding field) {
        return field.before().equals(Value.redacted()) && field.after().equals(Value.redacted());
    }

    private static Move at(String place, Move move) {
        return new Move(place, move.before(), move.after());
    }

    private static String joined(String path, String place) {
        boolean needsNoDot = path.isEmpty() || place.isEmpty() || place.startsWith("[");
        return path + (needsNoDot ? "" : ".") + place;
    }

    private static String label(FieldClass kind) {
        return switch (kind) {
            case REVERTED, MOVED, GONE, PLANNED, IGNORED -> "";
            case IGNORED_BY_INFERENCE -> "by inference";
            case CONVERGED -> "the code says so";
            case COMPUTED -> "computed";
            case UNDECLARED -> "not in the code";
        };
    }
}
