package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to what the fake knows of a thing what the description requires besides, from its examples. */
final class Filling {

    private final Description description;

    Filling(Description description) {
        this.description = description;
    }

    /** The value as the schema wants it. */
    Value of(Value reference, Value known) {
        Value schema = chosen(description.resolved(reference));
        if (known instanceof Value.Items items) {
            return Value.of(items.values().stream()
                    .map(item -> of(schema.field("items"), item))
                    .toList());
        }
        return known instanceof Value.Fields fields ? object(schema, fields.values()) : known;
    }

    private Value object(Value schema, Map<String, Value> known) {
        Map<String, Value> whole = new LinkedHashMap<>();
        Map<String, Value> properties = Description.fields(schema.field("properties"));
        known.forEach((name, value) ->
                whole.put(name, properties.containsKey(name) ? of(properties.get(name), value) : value));
        for (Value required : schema.field("required").items()) {
            String name = required.text().orElseThrow();
            whole.computeIfAbsent(name, missing -> made(properties.getOrDefault(missing, Value.ofNull())));
        }
        return Value.of(whole);
    }

    private Value made(Value reference) {
        Value schema = chosen(description.resolved(reference));
        if (schema.field("nullable").equals(Value.of(true))) {
            return Value.ofNull();
        }
        String type = schema.field("type").text().orElse("object");
        return type.equals("object")
                ? object(schema, Map.of())
                : schema.field("enum").items().stream()
                        .findFirst()
                        .or(() -> Optional.of(schema.field("example")).filter(example -> !example.isNull()))
                        .orElseGet(
                                () -> plain(type, schema.field("format").text().orElse("")));
    }

    private static Value plain(String type, String format) {
        return switch (type) {
            case "integer", "number" -> Value.of(1);
            case "boolean" -> Value.of(false);
            case "array" -> Value.of(List.of());
            default ->
                Value.of(
                        switch (format) {
                            case "date-time" -> "2026-01-02T03:04:05Z";
                            case "uri" -> "https://github.example/something";
                            default -> "something";
                        });
        };
    }

    /** The first of several shapes that is an object, else the first. */
    private Value chosen(Value schema) {
        List<Value> shapes = java.util.stream.Stream.of("anyOf", "oneOf", "allOf")
                .flatMap(word -> schema.field(word).items().stream())
                .map(description::resolved)
                .toList();
        return shapes.stream()
                .filter(shape -> !shape.field("properties").isNull())
                .findFirst()
                .or(() -> shapes.stream().findFirst())
                .orElse(schema);
    }
}
