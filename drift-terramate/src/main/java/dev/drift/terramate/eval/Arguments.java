package dev.drift.terramate.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The arguments of one call, from 0. Each accessor converts as HCL does and refuses {@code null} and what does not fit. */
final class Arguments {

    private final List<Supplier<HclValue>> values;

    Arguments(List<Supplier<HclValue>> values) {
        this.values = List.copyOf(values);
    }

    /** The same with everything evaluated once, from the left. */
    Arguments evaluated() {
        List<Supplier<HclValue>> fixed = new ArrayList<>(values.size());
        for (Supplier<HclValue> value : values) {
            HclValue known = value.get();
            fixed.add(() -> known);
        }
        return new Arguments(fixed);
    }

    int count() {
        return values.size();
    }

    /** As it is; may be {@code null} of HCL. */
    HclValue any(int index) {
        return values.get(index).get();
    }

    /** Anything but {@code null}. */
    HclValue present(int index) {
        HclValue value = any(index);
        if (value.isNull()) {
            throw new Refusal("argument " + (index + 1) + " is null");
        }
        return value;
    }

    String text(int index) {
        return converted(index, Conversion::toText);
    }

    BigDecimal number(int index) {
        return converted(index, Conversion::toNumber);
    }

    int integer(int index) {
        return converted(index, Conversion::toInt);
    }

    boolean truth(int index) {
        return converted(index, Conversion::toBool);
    }

    /** A list, tuple or set. */
    HclValue.Sequence sequence(int index) {
        return converted(index, Conversion::toSequence);
    }

    /** A list of items of one type. */
    HclValue.Sequence list(int index) {
        return converted(index, Conversion::toList);
    }

    HclValue.Sequence set(int index) {
        return converted(index, Conversion::toSet);
    }

    /** A map or an object. */
    HclValue.Mapping mapping(int index) {
        return converted(index, Conversion::toMapping);
    }

    /** A list of strings, none of them {@code null}. */
    List<String> texts(int index) {
        return converted(
                index,
                value -> Conversion.toSequence(value).items().stream()
                        .map(Conversion::toText)
                        .toList());
    }

    /** All of them from one on, as they are. */
    List<HclValue> from(int first) {
        return values.stream().skip(first).map(Supplier::get).toList();
    }

    private <T> T converted(int index, Function<HclValue, T> conversion) {
        HclValue value = present(index);
        try {
            return conversion.apply(value);
        } catch (Refusal e) {
            throw e.within("argument " + (index + 1));
        }
    }
}
