package dev.drift.catalog;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;

/** A stack the run chose not to look at, with the reason in words. */
public record SkippedStack(Stack stack, String reason) {
    public SkippedStack {
        requireNonNull(stack, "stack is null");
        requireNonNull(reason, "reason is null");
    }
}
