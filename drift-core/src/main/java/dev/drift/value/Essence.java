package dev.drift.value;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value without what says nothing: fields that are null or empty. Two values of one essence differ only in how nothing is
 * written. False and zero are something.
 */
public final class Essence {

    private Essence() {}

    /** The essence of a value; {@link Value#ofNull()} if it is empty. */
    public static Value of(Value value) {
        Value essence = value;
        if (value instanceof Value.Fields fields) {
            essence = Value.of(withoutEmpty(fields.values()));
        } else if (value instanceof Value.Items items) {
            List<Value> kept = items.values().stream().map(Essence::of).toList();
            essence = Value.of(kept);
        }
        return isEmpty(essence) ? Value.ofNull() : essence;
    }

    /** The essence without what may be a mere default, false and zero. */
    static Value withoutDefaults(Value value) {
        if ((value instanceof Value.Bool truth && !truth.value())
                || (value instanceof Value.Decimal number && number.value().signum() == 0)) {
            return Value.ofNull();
        }
        if (value instanceof Value.Fields fields) {
            Map<String, Value> kept = new TreeMap<>();
            fields.values().forEach((name, field) -> kept.put(name, withoutDefaults(field)));
            return of(Value.of(kept));
        }
        List<Value> kept = value.items().stream().map(Essence::withoutDefaults).toList();
        return value instanceof Value.Items ? of(Value.of(kept)) : of(value);
    }

    /** Whether this is null, an empty text, an empty list or an empty object. */
    public static boolean isEmpty(Value value) {
        return value.isNull()
                || (value instanceof Value.Text text && text.value().isEmpty())
                || (value instanceof Value.Items items && items.values().isEmpty())
                || (value instanceof Value.Fields fields && fields.values().isEmpty());
    }

    private static Map<String, Value> withoutEmpty(Map<String, Value> fields) {
        Map<String, Value> kept = new TreeMap<>();
        fields.forEach((name, value) -> {
            Value essence = of(value);
            if (!essence.isNull()) {
                kept.put(name, essence);
            }
        });
        return kept;
    }
}
