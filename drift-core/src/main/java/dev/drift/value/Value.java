package dev.drift.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON-like value: what Terraform, a policy document or a report holds. Immutable and compared by content; the order of
 * the fields of an object does not matter for equality and is kept for printing.
 */
public sealed interface Value {

    /** JSON's {@code null}. */
    static Value ofNull() {
        return Null.INSTANCE;
    }

    /** Known only after an apply, or not evaluable from the code. */
    static Value unknown() {
        return Unknown.INSTANCE;
    }

    /** Present, and not to be shown. */
    static Value redacted() {
        return Redacted.INSTANCE;
    }

    /** The text as a value. */
    static Value of(String text) {
        return new Text(text);
    }

    /** The truth as a value. */
    static Value of(boolean truth) {
        return new Bool(truth);
    }

    /** The number as a value. */
    static Value of(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    /** The items as a value, in the order given. */
    static Value of(List<Value> items) {
        return new Items(items);
    }

    /** The fields as a value, in the order of the map's iteration. */
    static Value of(Map<String, Value> fields) {
        return new Fields(fields);
    }

    /** Whether this is {@link #ofNull()}. */
    default boolean isNull() {
        return this instanceof Null;
    }

    /** The text, if this is one. */
    default Optional<String> text() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The value of a field; {@link #ofNull()} if this is no object or has no such field. */
    default Value field(String name) {
        return this instanceof Fields fields ? fields.values().getOrDefault(name, ofNull()) : ofNull();
    }

    /** The items of a list; empty if this is no list. */
    default List<Value> items() {
        return this instanceof Items items ? items.values() : List.of();
    }

    /** JSON's {@code null}; {@link Value#ofNull()} is the one to use. */
    record Null() implements Value {
        private static final Value INSTANCE = new Null();

        @Override
        public String toString() {
            return "null";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A number, kept without trailing zeros so that {@code 1.0} equals {@code 1}. */
    record Decimal(BigDecimal value) implements Value {
        public Decimal {
            value = requireNonNull(value, "value is null").stripTrailingZeros();
        }

        @Override
        public String toString() {
            return Math.abs((long) value.scale()) > 40 ? value.toString() : value.toPlainString();
        }
    }

    /** A string. */
    record Text(String value) implements Value {
        public Text {
            requireNonNull(value, "value is null");
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** A list, tuple or set; whether order means something is known by the rule book, not by the value. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An object or map. */
    record Fields(Map<String, Value> values) implements Value {
        public Fields {
            Map<String, Value> copy = new LinkedHashMap<>(values);
            copy.forEach((name, value) -> {
                requireNonNull(name, "name is null");
                requireNonNull(value, "value is null");
            });
            values = Collections.unmodifiableMap(copy);
        }
    }

    /** Not known; {@link Value#unknown()} is the one to use. */
    record Unknown() implements Value {
        private static final Value INSTANCE = new Unknown();

        @Override
        public String toString() {
            return "(unknown)";
        }
    }

    /** Present, and not to be shown; {@link Value#redacted()} is the one to use. */
    record Redacted() implements Value {
        private static final Value INSTANCE = new Redacted();

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
