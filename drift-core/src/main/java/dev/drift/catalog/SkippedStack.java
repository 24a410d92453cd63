package dev.drift.catalog;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.MaintenanceWindows;
import dev.drift.stack.Stack;

/** A stack the run chose not to look at, with the reason in words. */
public record SkippedStack(Stack stack, String reason) {
    public SkippedStack {
        requireNonNull(stack, "stack is null");
        requireNonNull(reason, "reason is null");
    }

    /** Whether it was selected, and left alone because of a maintenance window. */
    public boolean isOutOfWindow() {
        return reason.startsWith(MaintenanceWindows.REASON);
    }
}
