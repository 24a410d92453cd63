package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The type of a value, inferred from the value; an empty list does not know that of its items. */
sealed interface HclType {

    /** Fits everything: the type of {@code null} and of what an empty list holds. */
    record Any() implements HclType {}

    enum Scalar implements HclType {
        BOOL,
        NUMBER,
        STRING
    }

    record ListOf(HclType item) implements HclType {}

    record SetOf(HclType item) implements HclType {}

    record MapOf(HclType value) implements HclType {}

    record TupleOf(List<HclType> items) implements HclType {}

    record ObjectOf(Map<String, HclType> attributes) implements HclType {}

    static HclType of(HclValue value) {
        if (value instanceof HclValue.Bool) {
            return Scalar.BOOL;
        }
        if (value instanceof HclValue.Decimal) {
            return Scalar.NUMBER;
        }
        if (value instanceof HclValue.Text) {
            return Scalar.STRING;
        }
        if (value instanceof HclValue.Sequence sequence) {
            List<HclType> items = sequence.items().stream().map(HclType::of).toList();
            return switch (sequence.kind()) {
                case TUPLE -> new TupleOf(items);
                case LIST -> new ListOf(unified(items).orElseGet(Any::new));
                case SET -> new SetOf(unified(items).orElseGet(Any::new));
            };
        }
        if (value instanceof HclValue.Mapping mapping) {
            Map<String, HclType> attributes = new TreeMap<>();
            mapping.entries().forEach((name, item) -> attributes.put(name, of(item)));
            return mapping.form() == HclValue.Mapping.Form.OBJECT
                    ? new ObjectOf(attributes)
                    : new MapOf(unified(List.copyOf(attributes.values())).orElseGet(Any::new));
        }
        return new Any();
    }

    /** The one type that all can be converted to without loss, if there is one. */
    static Optional<HclType> unified(List<HclType> types) {
        List<HclType> known =
                types.stream().filter(type -> !(type instanceof Any)).distinct().toList();
        if (known.size() < 2) {
            return Optional.of(known.isEmpty() ? new Any() : known.get(0));
        }
        if (known.stream().allMatch(Scalar.class::isInstance)) {
            return known.contains(Scalar.STRING) ? Optional.of(Scalar.STRING) : Optional.empty();
        }
        if (known.stream().allMatch(type -> type instanceof TupleOf || type instanceof ListOf)) {
            return sameLength(known).or(() -> unified(itemsOf(known)).map(ListOf::new));
        }
        if (known.stream().allMatch(type -> type instanceof ObjectOf || type instanceof MapOf)) {
            return sameAttributes(known).or(() -> unified(valuesOf(known)).map(MapOf::new));
        }
        if (known.stream().allMatch(SetOf.class::isInstance)) {
            return unified(known.stream().map(type -> ((SetOf) type).item()).toList())
                    .map(SetOf::new);
        }
        return Optional.empty();
    }

    private static Optional<HclType> sameLength(List<HclType> types) {
        List<TupleOf> tuples = new ArrayList<>();
        types.forEach(type -> {
            if (type instanceof TupleOf tuple) {
                tuples.add(tuple);
            }
        });
        int length = tuples.isEmpty() ? 0 : tuples.get(0).items().size();
        if (tuples.size() < types.size()
                || tuples.stream().anyMatch(tuple -> tuple.items().size() != length)) {
            return Optional.empty();
        }
        List<HclType> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int at = i;
            Optional<HclType> item =
                    unified(tuples.stream().map(tuple -> tuple.items().get(at)).toList());
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(new TupleOf(items));
    }

    private static Optional<HclType> sameAttributes(List<HclType> types) {
        List<ObjectOf> objects = new ArrayList<>();
        types.forEach(type -> {
            if (type instanceof ObjectOf object) {
                objects.add(object);
            }
        });
        if (objects.size() < types.size()
                || new HashSet<>(objects.stream()
                                        .map(object -> object.attributes().keySet())
                                        .toList())
                                .size()
                        > 1) {
            return Optional.empty();
        }
        Map<String, HclType> attributes = new TreeMap<>();
        for (String name : objects.get(0).attributes().keySet()) {
            Optional<HclType> type = unified(objects.stream()
                    .map(object -> object.attributes().get(name))
                    .toList());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            attributes.put(name, type.get());
        }
        return Optional.of(new ObjectOf(attributes));
    }

    private static List<HclType> itemsOf(List<HclType> sequences) {
        List<HclType> items = new ArrayList<>();
        for (HclType sequence : sequences) {
            if (sequence instanceof TupleOf tuple) {
                items.addAll(tuple.items());
            } else if (sequence instanceof ListOf list) {
                items.add(list.item());
            }
        }
        return items;
    }

    private static List<HclType> valuesOf(List<HclType> mappings) {
        List<HclType> values = new ArrayList<>();
        for (HclType mapping : mappings) {
            if (mapping instanceof ObjectOf object) {
                values.addAll(object.attributes().values());
            } else if (mapping instanceof MapOf map) {
                values.add(map.value());
            }
        }
        return values;
    }
}
