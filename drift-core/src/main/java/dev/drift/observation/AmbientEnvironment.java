package dev.drift.observation;

import dev.drift.stack.Stack;
import java.util.Map;

/** Adds nothing: the probe sees what this process sees. */
record AmbientEnvironment() implements EnvironmentSource {

    @Override
    public EnvironmentLease lease(Stack stack) {
        return EnvironmentLease.of(Map.of());
    }

    @Override
    public void close() {
        // An ambient environment holds nothing that could be closed.
    }
}
