package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;

/**
 * What the code of one object came to when it was evaluated, told by somebody it passed on its way. Unlike what a plan says of
 * the code it holds the values of expressions and the blocks that {@code dynamic} writes.
 *
 * @param type the resource type
 * @param live the object as it was read from the cloud just before, by which it is recognised
 * @param declared the evaluated arguments: what the code does not mention is absent, what is known only after an apply is
 *     {@link Value#unknown()}
 */
public record Testimony(String type, Value live, Value declared) {
    public Testimony {
        requireNonNull(type, "type is null");
        requireNonNull(live, "live is null");
        requireNonNull(declared, "declared is null");
    }

    /** The values are in clear, so they are not printed. */
    @Override
    public String toString() {
        return type;
    }
}
