package dev.drift.aws.cell;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.cell.CellBreaker.Says;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import java.util.Optional;

/** Leases while the breaker of the cell is closed. That there is a lease does not say yet that the account can be seen. */
final class GuardedEnvironments implements EnvironmentSource {

    private final EnvironmentSource below;
    private final CellBreakers breakers;

    GuardedEnvironments(EnvironmentSource below, CellBreakers breakers) {
        this.below = requireNonNull(below, "below is null");
        this.breakers = breakers;
    }

    @Override
    public EnvironmentLease lease(Stack stack) throws ProbeException {
        Optional<CellBreaker> breaker = breakers.of(stack);
        return breaker.isEmpty()
                ? below.lease(stack)
                : breaker.get().taking(() -> below.lease(stack), Says.NOTHING, lease -> Optional.empty());
    }

    @Override
    public void close() {
        below.close();
    }

    @Override
    public String toString() {
        return "breakers over " + below;
    }
}
