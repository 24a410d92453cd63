package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One look at one stack.
 *
 * @param stack the stack to look at
 * @param lease the variables the look needs
 * @param timeout how long the look may take; the probe stops by itself when it is over
 * @param limit how long the stack may take as a whole, of which the timeout is what is left: what the reason of a look that
 *     was not done in time names
 * @param output where lines that the tools print go while they run; may be called from any thread
 */
public record ProbeRequest(
        Stack stack, EnvironmentLease lease, Duration timeout, Duration limit, Consumer<String> output) {
    public ProbeRequest {
        requireNonNull(stack, "stack is null");
        requireNonNull(lease, "lease is null");
        requireNonNull(output, "output is null");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("Probe timeout must be positive: " + timeout);
        }
        if (limit.compareTo(timeout) < 0) {
            throw new IllegalArgumentException("Probe timeout is longer than its limit " + limit + ": " + timeout);
        }
    }

    /** A look that has all the time of its stack. */
    public ProbeRequest(Stack stack, EnvironmentLease lease, Duration timeout, Consumer<String> output) {
        this(stack, lease, timeout, timeout, output);
    }

    /** The same look with less time left. */
    public ProbeRequest within(Duration left) {
        return new ProbeRequest(stack, lease, left, limit, output);
    }
}
