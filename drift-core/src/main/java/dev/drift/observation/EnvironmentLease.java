package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Variables lent to one look at one stack. Whoever lent them may withdraw the lease while it is used, with a reason; the look
 * is then void and is done once more without the lease. Safe for use by several threads.
 */
public final class EnvironmentLease implements AutoCloseable {

    private final Map<String, String> variables;
    private final Runnable release;
    private final AtomicReference<@Nullable String> withdrawal = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private EnvironmentLease(Map<String, String> variables, Runnable release) {
        this.variables = Map.copyOf(variables);
        this.release = requireNonNull(release, "release is null");
    }

    /** A lease that needs no release. */
    public static EnvironmentLease of(Map<String, String> variables) {
        return new EnvironmentLease(variables, () -> {});
    }

    /** A lease that runs the release once, when it is closed. */
    public static EnvironmentLease of(Map<String, String> variables, Runnable release) {
        return new EnvironmentLease(variables, release);
    }

    /** The variables to add to the environment of the probe's processes; values may be secrets. */
    public Map<String, String> variables() {
        return variables;
    }

    /** Takes the lease back; the first reason stands. */
    public void withdraw(String reason) {
        withdrawal.compareAndSet(null, reason);
    }

    /** Why the lease was taken back, if it was. */
    public Optional<String> withdrawal() {
        return Optional.ofNullable(withdrawal.get());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }
}
