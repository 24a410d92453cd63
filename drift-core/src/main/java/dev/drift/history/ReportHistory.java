package dev.drift.history;

import dev.drift.estate.Residency;
import dev.drift.stack.StackPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the last check of every stack. Checks of unknown outcome are not remembered: they say nothing about drift. Safe
 * for use by several threads. Both questions and answers come by many, because a run asks once about all of its stacks.
 */
public interface ReportHistory {

    /**
     * The last check of each of the stacks that has one.
     *
     * @throws HistoryException if it cannot be asked
     */
    Map<StackPath, LastCheck> last(Collection<StackPath> stacks);

    /**
     * Keeps each check in place of the one before it of its stack; an older check never replaces a newer one, unless that is
     * dated days ahead of it, as only a wrong clock does.
     *
     * @throws HistoryException if not all of them could be kept; some may be then
     */
    void remember(Collection<LastCheck> checks);

    /** The last check of one stack, if there was one. */
    default Optional<LastCheck> last(StackPath stack) {
        return Optional.ofNullable(last(List.of(stack)).get(stack));
    }

    /** Where it promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }

    /** Whether what it is told leaves the machine. What is bound to a residency is then kept only where the same is promised. */
    default boolean leavesTheMachine() {
        return false;
    }
}
