package dev.drift.catalog;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;

/**
 * A stack that a change concerns.
 *
 * @param why one sentence for people that names what changed; texts of the repository may be quoted in it
 */
public record ChangedStack(Stack stack, String why) {
    public ChangedStack {
        requireNonNull(stack, "stack is null");
        if (why.isBlank()) {
            throw new IllegalArgumentException("Why " + stack + " changed is not said");
        }
    }
}
