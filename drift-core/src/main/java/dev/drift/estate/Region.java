package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import java.util.Locale;
import java.util.Optional;

/** A place of the cloud, such as {@code eu-central-1}: the value of a stack's {@code region} tag, in lower case. */
public record Region(String name) {

    /** The word for stacks of an environment that are in no region. */
    public static final Region GLOBAL = new Region("global");

    public Region {
        name = requireNonNull(name, "name is null").toLowerCase(Locale.ROOT);
        if (name.isBlank()) {
            throw new IllegalArgumentException("Region name is blank");
        }
    }

    /** The region a stack is in, if its tags say one. */
    public static Optional<Region> of(Stack stack) {
        return stack.tagged("region").map(Region::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
