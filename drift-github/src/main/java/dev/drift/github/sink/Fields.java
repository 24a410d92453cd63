package dev.drift.github.sink;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object that is sent. */
final class Fields {

    private final Map<String, Value> fields = new LinkedHashMap<>();

    static Fields of(String name, String value) {
        return new Fields().and(name, value);
    }

    Fields and(String name, String value) {
        return and(name, Value.of(value));
    }

    Fields and(String name, List<Value> items) {
        return and(name, Value.of(items));
    }

    Fields and(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    Value value() {
        return Value.of(fields);
    }
}
