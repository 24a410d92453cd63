package dev.drift.terramate.project;

import dev.drift.value.Value;

/** What messages call a value. */
final class Kind {

    private Kind() {}

    static String of(Value value) {
        if (value instanceof Value.Text) {
            return "a string";
        }
        if (value instanceof Value.Decimal) {
            return "a number";
        }
        if (value instanceof Value.Bool) {
            return "a truth value";
        }
        if (value instanceof Value.Items) {
            return "a list";
        }
        return value instanceof Value.Fields ? "an object" : value.isNull() ? "null" : "not known";
    }
}
