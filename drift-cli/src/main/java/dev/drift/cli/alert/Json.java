package dev.drift.cli.alert;

import dev.drift.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts JSON together. */
final class Json {

    private Json() {}

    /** An object: names and values by turns; a value is a text, a number, a truth or a {@link Value}. */
    static Value object(Object... fields) {
        Map<String, Value> object = new LinkedHashMap<>();
        for (int place = 0; place < fields.length; place += 2) {
            object.put(String.valueOf(fields[place]), value(fields[place + 1]));
        }
        return Value.of(object);
    }

    static Value list(Value... items) {
        return Value.of(Arrays.asList(items));
    }

    static Value list(List<Value> items) {
        return Value.of(items);
    }

    static String text(Value value) {
        return dev.drift.value.Json.write(value);
    }

    private static Value value(Object object) {
        if (object instanceof Value value) {
            return value;
        }
        if (object instanceof Boolean truth) {
            return Value.of(truth);
        }
        return object instanceof Integer number ? Value.of(number) : Value.of(String.valueOf(object));
    }
}
