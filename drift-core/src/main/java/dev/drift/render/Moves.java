package dev.drift.render;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the difference of two values apart, down to what a reader wants to see: lists and objects by element, texts that hold
 * JSON by what they hold, texts of several lines by line. What is equal does not show.
 */
final class Moves {

    private static final int LONGEST_JSON = 1 << 20;

    private final List<Move> found = new ArrayList<>();

    private Moves() {}

    /** The differences, in the order of the values; at least one, even if both values look the same. */
    static List<Move> between(Value before, Value after) {
        Moves moves = new Moves();
        moves.compare(ValuePath.ROOT, before, after);
        if (moves.found.isEmpty()) {
            moves.add(ValuePath.ROOT, before, after);
        }
        return moves.found;
    }

    private void compare(ValuePath place, Value before, Value after) {
        if (before.equals(after)) {
            return;
        }
        Value left = opened(before);
        Value right = opened(after);
        if (left instanceof Value.Fields old && right instanceof Value.Fields now) {
            Set<String> names = new LinkedHashSet<>(old.values().keySet());
            names.addAll(now.values().keySet());
            names.forEach(name -> compareField(place.field(name), name, old, now));
        } else if (left instanceof Value.Items old && right instanceof Value.Items now) {
            compareItems(place, old, now);
        } else {
            add(place, before, after);
        }
    }

    private void compareField(ValuePath place, String name, Value.Fields before, Value.Fields after) {
        if (!after.values().containsKey(name)) {
            gone(place, before.field(name));
        } else if (!before.values().containsKey(name)) {
            come(place, after.field(name));
        } else {
            compare(place, before.field(name), after.field(name));
        }
    }

    /** As sets with repetitions; items left over that look like each other's successors are compared further. */
    private void compareItems(ValuePath place, Value.Items before, Value.Items after) {
        List<Value> went = Leftover.of(before.values(), after.values());
        List<Value> came = Leftover.of(after.values(), before.values());
        if (went.isEmpty() && came.isEmpty()) {
            found.add(new Move(place.toString(), Optional.of("same items"), Optional.of("in another order")));
        } else if (went.size() == came.size()
                && went.stream().allMatch(Moves::isObject)
                && came.stream().allMatch(Moves::isObject)) {
            for (int at = 0; at < came.size(); at++) {
                compare(place.index(after.values().indexOf(came.get(at))), went.get(at), came.get(at));
            }
        } else {
            went.forEach(item -> gone(place, item));
            came.forEach(item -> come(place, item));
        }
    }

    private void add(ValuePath place, Value before, Value after) {
        found.add(new Move(
                Harmless.line(place.toString()), Optional.of(ValueText.of(before)), Optional.of(ValueText.of(after))));
    }

    private void gone(ValuePath place, Value value) {
        found.add(new Move(Harmless.line(place.toString()), Optional.of(ValueText.of(value)), Optional.empty()));
    }

    private void come(ValuePath place, Value value) {
        found.add(new Move(Harmless.line(place.toString()), Optional.empty(), Optional.of(ValueText.of(value))));
    }

    private static boolean isObject(Value value) {
        return value instanceof Value.Fields;
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
