package dev.drift.diagnosis;

import dev.drift.value.Essence;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a value says, whatever the way it is written: absence in one form, policies in canonical form. Two values of one
 * meaning may stand for each other when elements, parts and declarations are matched.
 */
final class Meaning {

    private Meaning() {}

    /** The meaning of a value. */
    static Value of(Value value) {
        return Essence.of(read(value));
    }

    /** Whether both say the same. */
    static boolean isSame(Value one, Value other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    /** Whether a value, or anything in it, is known only later. */
    static boolean isOpen(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.values().values().stream().anyMatch(Meaning::isOpen);
        }
        return value instanceof Value.Unknown || value.items().stream().anyMatch(Meaning::isOpen);
    }

    private static Value read(Value value) {
        if (value instanceof Value.Fields fields) {
            Map<String, Value> read = new TreeMap<>();
            fields.values().forEach((name, field) -> read.put(name, read(field)));
            return Value.of(read);
        }
        if (value instanceof Value.Items items) {
            List<Value> read = items.values().stream().map(Meaning::read).toList();
            return Value.of(read);
        }
        return PolicyDocument.of(value).map(PolicyDocument::canonical).orElse(value);
    }
}
