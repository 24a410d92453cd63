package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * How many objects a run may end, deleted or replaced, all stacks together.
 *
 * @param most no more than this; empty for any number
 */
public record DestroyPolicy(OptionalInt most) {

    /** Whatever the code asks for. */
    public static final DestroyPolicy ANY = new DestroyPolicy(OptionalInt.empty());

    /** None at all. */
    public static final DestroyPolicy NONE = atMost(0);

    public DestroyPolicy {
        requireNonNull(most, "most is null");
        if (most.orElse(0) < 0) {
            throw new IllegalArgumentException("No fewer than 0 objects can be destroyed: " + most.getAsInt());
        }
    }

    /** No more than that. */
    public static DestroyPolicy atMost(int objects) {
        return new DestroyPolicy(OptionalInt.of(objects));
    }
}
