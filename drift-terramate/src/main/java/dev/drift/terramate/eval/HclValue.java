package dev.drift.terramate.eval;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an expression evaluates to. Richer than {@link Value} by one thing: it knows a tuple from a list from a set and
 * an object from a map, on which equality and what Terramate accepts as tags depend. Immutable, compared by content
 * and kind.
 */
public sealed interface HclValue {

    /** What HCL calls this kind of value, for messages. */
    String kindName();

    /** The same without the finer kinds. A set is in its order: that of text by code points, of numbers by size. */
    Value toValue();

    /** The same text as a value. */
    static HclValue of(String text) {
        return new Text(text);
    }

    /** The same truth as a value. */
    static HclValue of(boolean truth) {
        return truth ? Bool.TRUE : Bool.FALSE;
    }

    /** The same number as a value. */
    static HclValue of(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    /** HCL's {@code null}. */
    static HclValue ofNull() {
        return Null.INSTANCE;
    }

    /** Whether this is {@code null}. */
    default boolean isNull() {
        return this instanceof Null;
    }

    /** HCL's {@code null}; {@link #ofNull()} is the one to use. */
    record Null() implements HclValue {
        private static final Null INSTANCE = new Null();

        @Override
        public String kindName() {
            return "null";
        }

        @Override
        public Value toValue() {
            return Value.ofNull();
        }
    }

    /** True or false. */
    record Bool(boolean value) implements HclValue {
        private static final Bool TRUE = new Bool(true);
        private static final Bool FALSE = new Bool(false);

        @Override
        public String kindName() {
            return "bool";
        }

        @Override
        public Value toValue() {
            return Value.of(value);
        }
    }

    /** A number, kept without trailing zeros. */
    record Decimal(BigDecimal value) implements HclValue {
        public Decimal {
            value = requireNonNull(value, "value is null").stripTrailingZeros();
        }

        @Override
        public String kindName() {
            return "number";
        }

        @Override
        public Value toValue() {
            return new Value.Decimal(value);
        }
    }

    /** A string, in Unicode's composed form. */
    record Text(String value) implements HclValue {
        public Text {
            value = Normalizer.normalize(requireNonNull(value, "value is null"), Normalizer.Form.NFC);
        }

        @Override
        public String kindName() {
            return "string";
        }

        @Override
        public Value toValue() {
            return Value.of(value);
        }
    }

    /** Values one after the other. The items of a set are distinct and in its order. */
    record Sequence(Kind kind, List<HclValue> items) implements HclValue {

        /** What can be done with a sequence depends on it. */
        public enum Kind {
            /** As written in brackets; items of any kinds. */
            TUPLE,
            /** Items of one kind. */
            LIST,
            /** Distinct items of one kind, without an index. */
            SET
        }

        public Sequence {
            requireNonNull(kind, "kind is null");
            items = List.copyOf(items);
        }

        static Sequence tuple(List<HclValue> items) {
            return new Sequence(Kind.TUPLE, items);
        }

        static Sequence list(List<HclValue> items) {
            return new Sequence(Kind.LIST, items);
        }

        @Override
        public String kindName() {
            return switch (kind) {
                case TUPLE -> "tuple";
                case LIST -> "list";
                case SET -> "set";
            };
        }

        @Override
        public Value toValue() {
            return Value.of(items.stream().map(HclValue::toValue).toList());
        }
    }

    /** Values by name, in the order of the names by code points. */
    record Mapping(Form form, SortedMap<String, HclValue> entries) implements HclValue {

        /** What can be done with a mapping depends on it. */
        public enum Form {
            /** As written in braces; values of any kinds. */
            OBJECT,
            /** Values of one kind. */
            MAP
        }

        public Mapping {
            requireNonNull(form, "form is null");
            SortedMap<String, HclValue> copy = new TreeMap<>(CodePointOrder.INSTANCE);
            copy.putAll(entries);
            entries = Collections.unmodifiableSortedMap(copy);
        }

        static Mapping object(Map<String, HclValue> entries) {
            return of(Form.OBJECT, entries);
        }

        static Mapping map(Map<String, HclValue> entries) {
            return of(Form.MAP, entries);
        }

        private static Mapping of(Form form, Map<String, HclValue> entries) {
            SortedMap<String, HclValue> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
            sorted.putAll(entries);
            return new Mapping(form, sorted);
        }

        @Override
        public String kindName() {
            return form == Form.OBJECT ? "object" : "map";
        }

        @Override
        public Value toValue() {
            Map<String, Value> fields = new LinkedHashMap<>();
            entries.forEach((name, value) -> fields.put(name, value.toValue()));
            return Value.of(fields);
        }
    }
}
