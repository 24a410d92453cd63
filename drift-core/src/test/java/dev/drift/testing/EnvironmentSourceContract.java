package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link EnvironmentSource} keeps. */
public abstract class EnvironmentSourceContract {

    /** A source that can lease to {@link #stack()}. */
    protected abstract EnvironmentSource source();

    /** A stack that the source knows. */
    protected Stack stack() {
        return Stacks.stack("/stacks/prod/web", "environment/prod");
    }

    @Test
    void leasesVariablesThatStand() {
        try (EnvironmentSource source = source();
                EnvironmentLease lease = lease(source)) {
            assertThat(lease.withdrawal()).isEmpty();
            assertThat(lease.variables().keySet())
                    .allSatisfy(name -> assertThat(name).isNotBlank().doesNotContain("="));
        }
    }

    @Test
    void leasesTheSameVariablesOnSeveralThreadsAtOnce() {
        try (EnvironmentSource source = source();
                EnvironmentLease alone = lease(source)) {
            assertThat(Together.call(8, number -> variables(source).keySet()))
                    .containsOnly(alone.variables().keySet());
        }
    }

    @Test
    void survivesThatALeaseIsClosedTwice() {
        try (EnvironmentSource source = source()) {
            EnvironmentLease lease = lease(source);
            Set<String> lent = lease.variables().keySet();
            lease.close();
            lease.close();

            assertThat(variables(source).keySet()).isEqualTo(lent);
        }
    }

    @Test
    void survivesThatItIsClosedTwice() {
        EnvironmentSource source = source();
        lease(source).close();

        source.close();
        source.close();
    }

    @Test
    void leasesAnewAfterItWasClosed() {
        EnvironmentSource source = source();
        Map<String, String> before = variables(source);

        source.close();

        assertThat(variables(source).keySet()).isEqualTo(before.keySet());
        source.close();
    }

    @Test
    void printsNoValueOfWhatItLeases() {
        try (EnvironmentSource source = source();
                EnvironmentLease lease = lease(source)) {
            lease.variables().values().stream()
                    .filter(value -> value.length() > 3)
                    .forEach(value -> assertThat(lease + " " + source).doesNotContain(value));
        }
    }

    private Map<String, String> variables(EnvironmentSource source) {
        try (EnvironmentLease lease = lease(source)) {
            return lease.variables();
        }
    }

    private EnvironmentLease lease(EnvironmentSource source) {
        try {
            return source.lease(stack());
        } catch (ProbeException unexpected) {
            throw new AssertionError("No lease for " + stack(), unexpected);
        }
    }
}
