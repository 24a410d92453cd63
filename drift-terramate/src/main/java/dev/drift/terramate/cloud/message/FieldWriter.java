package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes an object field by field. What is empty is left out, as the vendor's own client leaves it out. */
public final class FieldWriter {

    private final Map<String, Value> fields = new LinkedHashMap<>();

    private FieldWriter() {}

    /** An object without fields. */
    public static FieldWriter object() {
        return new FieldWriter();
    }

    /** A field that is always there. */
    public FieldWriter with(String name, Value value) {
        fields.put(name, requireNonNull(value, "value is null"));
        return this;
    }

    /** A field that is always there. */
    public FieldWriter with(String name, long number) {
        return with(name, Value.of(number));
    }

    /** A field that is there unless the text is empty. */
    public FieldWriter with(String name, String text) {
        return text.isEmpty() ? this : with(name, Value.of(text));
    }

    /** A field that is there unless there is nothing to say. */
    public FieldWriter with(String name, Optional<String> text) {
        return with(name, text.orElse(""));
    }

    /** A field that holds a moment. */
    public FieldWriter with(String name, Instant moment) {
        return with(name, Value.of(moment.toString()));
    }

    /** A field that is there unless the list is empty. */
    public FieldWriter with(String name, Collection<String> texts) {
        return texts.isEmpty()
                ? this
                : with(name, Value.of(texts.stream().map(Value::of).toList()));
    }

    /** A field that lists objects and is always there. */
    public FieldWriter withAll(String name, List<Value> values) {
        return with(name, Value.of(values));
    }

    /** All fields of another object. */
    public FieldWriter withAll(Value object) {
        if (object instanceof Value.Fields other) {
            fields.putAll(other.values());
        }
        return this;
    }

    /** The object. */
    public Value value() {
        return Value.of(fields);
    }
}
