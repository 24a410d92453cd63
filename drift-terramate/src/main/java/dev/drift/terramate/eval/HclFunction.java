package dev.drift.terramate.eval;

import java.util.Objects;

/**
 * A function that expressions may call.
 *
 * @param name as called
 * @param minimum how few arguments it takes
 * @param maximum how many
 * @param lazy whether it decides itself which arguments are evaluated, as {@code tm_try} does
 * @param body computes the result
 */
record HclFunction(String name, int minimum, int maximum, boolean lazy, Body body) {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    HclFunction {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(body, "body is null");
    }

    /** What a function does with its arguments. */
    @FunctionalInterface
    interface Body {

        /** Throws a {@link Refusal} if there is no result. */
        HclValue apply(Arguments arguments);
    }

    static HclFunction of(String name, int arguments, Body body) {
        return new HclFunction(name, arguments, arguments, false, body);
    }

    static HclFunction between(String name, int minimum, int maximum, Body body) {
        return new HclFunction(name, minimum, maximum, false, body);
    }

    static HclFunction atLeast(String name, int minimum, Body body) {
        return new HclFunction(name, minimum, ANY_NUMBER, false, body);
    }

    static HclFunction lazy(String name, int minimum, int maximum, Body body) {
        return new HclFunction(name, minimum, maximum, true, body);
    }

    /** The same under another name. */
    HclFunction named(String other) {
        return new HclFunction(other, minimum, maximum, lazy, body);
    }

    HclValue apply(Arguments arguments) {
        int count = arguments.count();
        if (count < minimum || count > maximum) {
            throw new Refusal(count < minimum ? "too few arguments" : "too many arguments");
        }
        return body.apply(lazy ? arguments : arguments.evaluated());
    }
}
