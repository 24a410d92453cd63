package dev.drift.testing;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Leases the same variables to every stack and counts what is not given back. */
public final class RecordingEnvironments implements EnvironmentSource {

    private final Map<String, String> variables;
    private final List<EnvironmentLease> leases = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger closings = new AtomicInteger();

    /** A source of these variables. */
    public RecordingEnvironments(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public EnvironmentLease lease(Stack stack) {
        open.incrementAndGet();
        EnvironmentLease lease = EnvironmentLease.of(variables, open::decrementAndGet);
        leases.add(lease);
        return lease;
    }

    @Override
    public void close() {
        closings.incrementAndGet();
    }

    /** Every lease so far. */
    public List<EnvironmentLease> leases() {
        return List.copyOf(leases);
    }

    /** How many leases are not closed. */
    public int open() {
        return open.get();
    }

    /** How often the source was closed. */
    public int closings() {
        return closings.get();
    }
}
