package dev.drift.terramate.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** HCL's automatic conversions. Each refuses what HCL refuses. */
final class Conversion {

    private static final int MAXIMUM_DIGITS = 1_000;
    private static final int MAXIMUM_SCALE = 9_999;

    private Conversion() {}

    static String toText(HclValue value) {
        if (value instanceof HclValue.Text text) {
            return text.value();
        }
        if (value instanceof HclValue.Decimal number) {
            return number.value().toPlainString();
        }
        if (value instanceof HclValue.Bool bool) {
            return Boolean.toString(bool.value());
        }
        throw new Refusal("a string is required, not " + value.kindName());
    }

    static BigDecimal toNumber(HclValue value) {
        if (value instanceof HclValue.Decimal number) {
            return number.value();
        }
        if (value instanceof HclValue.Text text) {
            return parsed(text.value());
        }
        throw new Refusal("a number is required, not " + value.kindName());
    }

    private static BigDecimal parsed(String text) {
        if (text.length() > MAXIMUM_DIGITS) {
            throw Refusal.limit("the number is too long");
        }
        try {
            if (text.chars().allMatch(c -> c < 128)) {
                return bounded(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Refusal("a number is required, and this string is none");
    }

    /** The number, if it is one that people write. */
    static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAXIMUM_SCALE || number.precision() > MAXIMUM_SCALE) {
            throw Refusal.limit("the number is too large");
        }
        return number;
    }

    static boolean toBool(HclValue value) {
        if (value instanceof HclValue.Bool bool) {
            return bool.value();
        }
        if (value instanceof HclValue.Text text) {
            switch (text.value()) {
                case "true", "1" -> {
                    return true;
                }
                case "false", "0" -> {
                    return false;
                }
                default -> throw new Refusal("a bool is required, and this string is neither \"true\" nor \"false\"");
            }
        }
        throw new Refusal("a bool is required, not " + value.kindName());
    }

    /** A number without a fraction that fits an int. */
    static int toInt(HclValue value) {
        BigDecimal number = toNumber(value);
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new Refusal("a whole number is required");
        }
    }

    /** A list of items of one type. */
    static HclValue.Sequence toList(HclValue value) {
        return value instanceof HclValue.Sequence list && list.kind() == HclValue.Sequence.Kind.LIST
                ? list
                : HclValue.Sequence.list(unified(toSequence(value).items(), "list"));
    }

    /** A set of items of one type, in its order. */
    static HclValue.Sequence toSet(HclValue value) {
        return value instanceof HclValue.Sequence set && set.kind() == HclValue.Sequence.Kind.SET
                ? set
                : setOf(unified(toSequence(value).items(), "set"));
    }

    /** A map of values of one type. */
    static HclValue.Mapping toMap(HclValue value) {
        HclValue.Mapping mapping = toMapping(value);
        List<HclValue> values = unified(List.copyOf(mapping.entries().values()), "map");
        Map<String, HclValue> entries = new TreeMap<>();
        int i = 0;
        for (String name : mapping.entries().keySet()) {
            entries.put(name, values.get(i++));
        }
        return HclValue.Mapping.map(entries);
    }

    static HclValue.Sequence setOf(List<HclValue> items) {
        List<HclValue> distinct = new ArrayList<>(new LinkedHashSet<>(items));
        distinct.sort(SET_ORDER);
        return new HclValue.Sequence(HclValue.Sequence.Kind.SET, distinct);
    }

    static HclValue.Sequence toSequence(HclValue value) {
        if (value instanceof HclValue.Sequence sequence) {
            return sequence;
        }
        throw new Refusal("a list is required, not " + value.kindName());
    }

    static HclValue.Mapping toMapping(HclValue value) {
        if (value instanceof HclValue.Mapping mapping) {
            return mapping;
        }
        throw new Refusal("a map or an object is required, not " + value.kindName());
    }

    /** All converted to the one type they have in common. */
    static List<HclValue> unified(List<HclValue> items, String collection) {
        HclType common = HclType.unified(items.stream().map(HclType::of).toList())
                .orElseThrow(() -> new Refusal("the items of a " + collection + " are of one type, and these are not"));
        return items.stream().map(item -> converted(item, common)).toList();
    }

    /** To a type that {@link HclType#unified} has found to fit. */
    static HclValue converted(HclValue value, HclType type) {
        if (value.isNull() || type instanceof HclType.Any) {
            return value;
        }
        if (type instanceof HclType.Scalar) {
            return type == HclType.Scalar.STRING ? HclValue.of(toText(value)) : value;
        }
        if (type instanceof HclType.ListOf list) {
            return HclValue.Sequence.list(each(value, item -> list.item()));
        }
        if (type instanceof HclType.SetOf set) {
            return setOf(each(value, item -> set.item()));
        }
        if (type instanceof HclType.TupleOf tuple) {
            return HclValue.Sequence.tuple(each(value, tuple.items()::get));
        }
        Map<String, HclValue> entries = new TreeMap<>();
        if (type instanceof HclType.MapOf map) {
            toMapping(value).entries().forEach((name, item) -> entries.put(name, converted(item, map.value())));
            return HclValue.Mapping.map(entries);
        }
        Map<String, HclType> attributes = ((HclType.ObjectOf) type).attributes();
        toMapping(value).entries().forEach((name, item) -> {
            HclType attribute = attributes.getOrDefault(name, new HclType.Any());
            entries.put(name, converted(item, attribute));
        });
        return HclValue.Mapping.object(entries);
    }

    private static List<HclValue> each(HclValue value, Function<Integer, HclType> types) {
        List<HclValue> items = toSequence(value).items();
        List<HclValue> converted = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            converted.add(converted(items.get(i), types.apply(i)));
        }
        return converted;
    }

    private static final Comparator<HclValue> SET_ORDER = (left, right) -> {
        if (left instanceof HclValue.Text l && right instanceof HclValue.Text r) {
            return CodePointOrder.INSTANCE.compare(l.value(), r.value());
        }
        if (left instanceof HclValue.Decimal l && right instanceof HclValue.Decimal r) {
            return l.value().compareTo(r.value());
        }
        if (left instanceof HclValue.Bool l && right instanceof HclValue.Bool r) {
            return Boolean.compare(l.value(), r.value());
        }
        return CodePointOrder.INSTANCE.compare(left.toString(), right.toString());
    };
}
