package dev.drift.render;

import dev.drift.value.Value;
import java.util.stream.Collectors;

/** A value on one harmless line, as somebody who knows JSON expects it. */
final class ValueText {

    private ValueText() {}

    static String of(Value value) {
        if (value instanceof Value.Text text) {
            return quoted(text.value());
        }
        if (value instanceof Value.Items items) {
            return items.values().stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Value.Fields fields) {
            return fields.values().entrySet().stream()
                    .map(field -> Harmless.line(field.getKey()) + ": " + of(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    private static String quoted(String text) {
        return '"' + Harmless.line(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}
