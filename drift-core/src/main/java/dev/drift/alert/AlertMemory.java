package dev.drift.alert;

import dev.drift.stack.StackPath;
import java.util.Map;

/** Remembers what each route was told, so that nobody is told twice. Safe for use by several threads. */
public interface AlertMemory {

    /**
     * The stacks that a route knows to be in trouble; none if it was never told.
     *
     * @throws AlertException if it cannot be recalled
     */
    Map<StackPath, LastAlert> recall(String route) throws AlertException;

    /**
     * Keeps what a route knows, in place of what it knew.
     *
     * @throws AlertException if it cannot be kept
     */
    void remember(String route, Map<StackPath, LastAlert> troubles) throws AlertException;
}
