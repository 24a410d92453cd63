package dev.drift.report;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A place in a report that is being read. What does not fit is an {@link IllegalArgumentException} that begins with the name
 * of the place.
 *
 * @param name the way to the place, such as {@code stacks[2].outcome}
 */
record Place(String name, Value value) {

    Place {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
    }

    Place field(String field) {
        return new Place(name.isEmpty() ? field : name + "." + field, value.field(field));
    }

    List<Place> items() {
        if (!(value instanceof Value.Items)) {
            throw wrong("must be a list");
        }
        List<Place> places = new ArrayList<>();
        for (Value item : value.items()) {
            places.add(new Place(name + "[" + places.size() + "]", item));
        }
        return places;
    }

    <T> List<T> items(Function<Place, T> form) {
        return items().stream().map(form).toList();
    }

    Map<String, Integer> counts() {
        if (!(value instanceof Value.Fields counts)) {
            throw wrong("must be an object");
        }
        return counts.values().keySet().stream()
                .collect(Collectors.toMap(rule -> rule, rule -> field(rule).count()));
    }

    String text() {
        return value.text().orElseThrow(() -> wrong("must be a text"));
    }

    boolean truth() {
        if (!(value instanceof Value.Bool truth)) {
            throw wrong("must be true or false");
        }
        return truth.value();
    }

    int count() {
        return (int) number(Integer.MAX_VALUE);
    }

    long number() {
        return number(Long.MAX_VALUE);
    }

    private long number(long most) {
        if (value instanceof Value.Decimal number && number.value().signum() >= 0) {
            try {
                long count = number.value().longValueExact();
                if (count <= most) {
                    return count;
                }
            } catch (ArithmeticException noWholeNumber) {
                throw wrong("must be a whole number");
            }
        }
        throw wrong("must be a whole number from 0 to " + most);
    }

    /** What is read from the text here; what the form refuses is refused with the name of this place. */
    <T> T as(Function<String, T> form) {
        String text = text();
        return checked(() -> form.apply(text));
    }

    /** As {@link #as}, for a place that may be null or absent. */
    <T> Optional<T> asOptional(Function<String, T> form) {
        return value.isNull() ? Optional.empty() : Optional.of(as(form));
    }

    /** The constant whose word stands here. */
    <E extends Enum<E>> E word(E[] constants, Function<E, String> word) {
        String text = text();
        return Arrays.stream(constants)
                .filter(constant -> word.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "must be one of " + Arrays.stream(constants).map(word).collect(Collectors.joining(", "))));
    }

    /** What is built from parts that were read; refused with the name of this place if the parts contradict each other. */
    <T> T checked(Supplier<T> whole) {
        try {
            return whole.get();
        } catch (Misread alreadyNamed) {
            throw alreadyNamed;
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw wrong("is refused: " + refused.getMessage());
        }
    }

    Misread wrong(String message) {
        return new Misread(name.isEmpty() ? "The report " + message : name + " " + message);
    }

    /** Says what does not fit, and where. */
    static final class Misread extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        Misread(String problem) {
            super(problem);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }
}
