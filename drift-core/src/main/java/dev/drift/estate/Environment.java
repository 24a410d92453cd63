package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import java.util.Locale;
import java.util.Optional;

/** A stage of the estate, such as {@code prod}: the value of a stack's {@code environment} tag, in lower case. */
public record Environment(String name) {

    public Environment {
        name = requireNonNull(name, "name is null").toLowerCase(Locale.ROOT);
        if (name.isBlank()) {
            throw new IllegalArgumentException("Environment name is blank");
        }
    }

    /** The environment a stack is in, if its tags say one. */
    public static Optional<Environment> of(Stack stack) {
        return stack.tagged("environment").map(Environment::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
