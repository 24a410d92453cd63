package dev.drift.alert;

import dev.drift.estate.Residency;
import dev.drift.stack.StackPath;
import java.util.Map;
import java.util.Optional;

/** Remembers what each route was told, so that nobody is told twice. Safe for use by several threads. */
public interface AlertMemory {

    /**
     * The stacks that a route knows to be in trouble; none if it was never told.
     *
     * @throws ForgottenException if it cannot be recalled
     */
    Map<StackPath, LastAlert> recall(String route) throws AlertException;

    /**
     * Goes from what a route knows to what it knows next. Those who renew the same route take turns, from the recall to the end,
     * so that nobody writes over what another one was told; how long one waits for others is bounded.
     *
     * @throws ForgottenException if it cannot be recalled; the step was not taken
     * @throws AlertException if it cannot be kept, if others renew the route all the time, or what the step throws; the route then
     *     knows what it knew
     */
    void renew(String route, Step step) throws AlertException;

    /** Where it promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }

    /** Whether what it is told leaves the machine. What is bound to a residency is then kept only where the same is promised. */
    default boolean leavesTheMachine() {
        return false;
    }

    /** What a route knows next, from what it knows. */
    @FunctionalInterface
    interface Step {
        Map<StackPath, LastAlert> after(Map<StackPath, LastAlert> before) throws AlertException;
    }
}
