package dev.drift.aws;

import dev.drift.value.Essence;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the forms in which two resource types write the same thing into one. */
final class Shapes {

    private Shapes() {}

    /** An object of names and values, in turn. */
    static Value object(Object... namesAndValues) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], (Value) namesAndValues[at + 1]);
        }
        return Value.of(fields);
    }

    /** The only block of a list; null if there is none. */
    static Value only(Value blocks) {
        return blocks.items().isEmpty() ? Value.ofNull() : blocks.items().get(0);
    }

    /** The items in an order of their own. */
    static Value sorted(Value list) {
        return Value.of(
                list.items().stream().sorted(Comparator.comparing(Json::write)).toList());
    }

    /** Lists without order, and without what is empty, false or zero: defaults are written by one type and not the other. */
    static Value bare(Value value) {
        if (value instanceof Value.Fields fields) {
            Map<String, Value> kept = new LinkedHashMap<>();
            fields.values().forEach((name, field) -> kept.put(name, bare(field)));
            return Essence.of(Value.of(kept));
        }
        if (value instanceof Value.Items items) {
            return sorted(Value.of(items.values().stream().map(Shapes::bare).toList()));
        }
        return value.equals(Value.of(false)) || value.equals(Value.of(0)) ? Value.ofNull() : value;
    }

    /** Whether an attribute that is {@code Enabled} or something else is the former. */
    static Value isEnabled(Value status) {
        return Value.of(status.equals(Value.of("Enabled")));
    }

    /** The content of a JSON text; policies stay text, because the judge reads them better. */
    static Value content(Value text) {
        String written = text.text().orElse("").strip();
        if (written.contains("\"Statement\"") || (!written.startsWith("{") && !written.startsWith("["))) {
            return text;
        }
        try {
            return Json.read(written);
        } catch (JsonException notJson) {
            return text;
        }
    }

    /** The value in a list of its own; an empty list if it is empty. */
    static List<Value> part(Value value) {
        return Essence.isEmpty(value) ? List.of() : List.of(value);
    }
}
