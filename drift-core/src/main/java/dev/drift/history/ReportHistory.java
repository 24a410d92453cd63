package dev.drift.history;

import dev.drift.stack.StackPath;
import java.util.Optional;

/**
 * Remembers the last check of every stack. Checks of unknown outcome are not remembered: they say nothing about drift. Safe
 * for use by several threads.
 */
public interface ReportHistory {

    /** The last check of the stack, if there was one. */
    Optional<LastCheck> last(StackPath stack);

    /** Keeps the check in place of the one before it; an older check never replaces a newer one. */
    void remember(LastCheck check);
}
