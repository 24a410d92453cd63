package dev.drift.render;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the difference of two values apart, down to what a reader wants to see: lists and objects by element, texts that hold
 * JSON by what they hold, texts of several lines by line. What is equal does not show, nor do empty parts of what came or went.
 */
final class Moves {

    private static final int LONGEST_JSON = 1 << 20;
    private static final int LONGEST_WHOLE = 60;

    private final List<Move> found = new ArrayList<>();

    private Moves() {}

    /** The differences, in the order of the values; at least one, even if both values look the same. */
    static List<Move> between(Value before, Value after) {
        Moves moves = new Moves();
        moves.compare(ValuePath.ROOT, before, after);
        if (moves.found.isEmpty()) {
            moves.changed(ValuePath.ROOT, before, after);
        }
        return moves.found;
    }

    private void compare(ValuePath place, Value before, Value after) {
        Value left = opened(before);
        Value right = opened(after);
        if (alone(left).equals(alone(right))) {
            return;
        }
        if (left instanceof Value.Fields old && right instanceof Value.Fields now) {
            Set<String> names = new LinkedHashSet<>(old.values().keySet());
            names.addAll(now.values().keySet());
            names.forEach(name -> compareField(place.field(name), name, old, now));
        } else if (left instanceof Value.Items old && right instanceof Value.Items now) {
            compareItems(place, old, now);
        } else if (left.isNull() && isStructure(right)) {
            came(place, right);
        } else if (right.isNull() && isStructure(left)) {
            went(place, left);
        } else {
            changed(place, before, after);
        }
    }

    private void compareField(ValuePath place, String name, Value.Fields before, Value.Fields after) {
        if (!after.values().containsKey(name)) {
            went(place, opened(before.field(name)));
        } else if (!before.values().containsKey(name)) {
            came(place, opened(after.field(name)));
        } else {
            compare(place, before.field(name), after.field(name));
        }
    }

    /** As sets with repetitions; items that are successors of each other are compared further. */
    private void compareItems(ValuePath place, Value.Items before, Value.Items after) {
        List<Value> went = Leftover.of(before.values(), after.values());
        List<Value> came = Leftover.of(after.values(), before.values());
        if (went.isEmpty() && came.isEmpty()) {
            found.add(new Move(text(place), Optional.of("same items"), Optional.of("in another order")));
            return;
        }
        Succession succession = Succession.of(went, came);
        succession
                .pairs()
                .forEach(pair ->
                        compare(place.index(after.values().indexOf(pair.after())), pair.before(), pair.after()));
        succession.gone().forEach(item -> went(place, opened(item)));
        succession.fresh().forEach(item -> came(place, opened(item)));
    }

    private void changed(ValuePath place, Value before, Value after) {
        found.add(new Move(text(place), Optional.of(ValueText.of(before)), Optional.of(ValueText.of(after))));
    }

    private void went(ValuePath place, Value whole) {
        parts(place, whole)
                .forEach(
                        (at, part) -> found.add(new Move(text(at), Optional.of(ValueText.of(part)), Optional.empty())));
    }

    private void came(ValuePath place, Value whole) {
        parts(place, whole)
                .forEach(
                        (at, part) -> found.add(new Move(text(at), Optional.empty(), Optional.of(ValueText.of(part)))));
    }

    /** An object as a whole if that is short, else its fields; without those that hold nothing. */
    private static Map<ValuePath, Value> parts(ValuePath place, Value whole) {
        Value telling = telling(whole);
        if (!(telling instanceof Value.Fields fields) || ValueText.of(telling).length() <= LONGEST_WHOLE) {
            return Map.of(place, telling);
        }
        Map<ValuePath, Value> parts = new LinkedHashMap<>();
        fields.values().forEach((name, value) -> parts.putAll(parts(place.field(name), opened(value))));
        return parts;
    }

    private static Value telling(Value whole) {
        if (!(whole instanceof Value.Fields fields)) {
            return whole;
        }
        Map<String, Value> kept = new LinkedHashMap<>(fields.values());
        kept.values().removeIf(Moves::isEmpty);
        return kept.isEmpty() ? whole : Value.of(kept);
    }

    private static boolean isEmpty(Value value) {
        return value.isNull()
                || value.equals(Value.of(""))
                || (value instanceof Value.Items items && items.values().isEmpty())
                || (value instanceof Value.Fields fields && fields.values().isEmpty());
    }

    private static boolean isStructure(Value value) {
        return value instanceof Value.Fields || value instanceof Value.Items;
    }

    /** Policies write a list of one item as the item alone. */
    private static Value alone(Value value) {
        return value.items().size() == 1 ? value.items().get(0) : value;
    }

    private static String text(ValuePath place) {
        return Harmless.line(place.toString());
    }

    /** What a text holds: JSON, or lines; the value itself if it holds neither. */
    private static Value opened(Value value) {
        String text = value.text().orElse("").strip();
        if (text.length() > 1 && text.length() < LONGEST_JSON && (text.startsWith("{") || text.startsWith("["))) {
            try {
                return Json.read(text);
            } catch (JsonException noJson) {
                return lines(value, text);
            }
        }
        return lines(value, text);
    }

    private static Value lines(Value value, String text) {
        return text.indexOf('\n') < 0
                ? value
                : Value.of(text.lines().map(Value::of).toList());
    }
}
