package dev.drift.detection;

import static dev.drift.detection.Bench.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.testing.Observations;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeasingTest {

    private final Bench bench = new Bench();

    @Test
    void closesEveryLeaseWhateverHappens() {
        bench.probe.scaledAt("/a").failingAt("/b", ProbePhase.PLAN, "no").at("/c", request -> {
            throw new IllegalStateException();
        });

        bench.outcomes("/a", "/b", "/c", "/d");

        assertThat(bench.environments.leases()).hasSize(4);
        assertThat(bench.environments.open()).isZero();
        assertThat(bench.probe.requests())
                .allSatisfy(request -> assertThat(request.lease().variables()).containsEntry("ACCOUNT", "prod"));
    }

    @Test
    void looksOnceMorePlainlyWhenTheLeaseIsWithdrawn() {
        bench.probe.at("/a", request -> {
            if (request.lease().variables().isEmpty()) {
                return Observations.scaled();
            }
            request.lease().withdraw("the shared provider ended");
            throw new ProbeException(ProbePhase.PLAN, "connection refused");
        });

        StackCheck check = bench.detector(DetectionSettings.DEFAULT)
                .check(List.of(Stacks.stack("/a")))
                .get(0);

        assertThat(bench.probe.lookedAt()).containsExactly("/a", "/a");
        assertThat(check.outcome()).isNotInstanceOf(StackOutcome.Unknown.class);
        assertThat(check.note()).contains("looked at once more without what was leased: the shared provider ended");
        assertThat(bench.environments.open()).isZero();
    }

    @Test
    void doesNotBelieveWhatWasSeenThroughAWithdrawnLease() {
        bench.probe.at("/a", request -> {
            if (request.lease().variables().isEmpty()) {
                throw new ProbeException(ProbePhase.INIT, "no credentials");
            }
            request.lease().withdraw("the shared provider ended");
            return Observations.unchanged();
        });

        assertThat(reason(bench.outcomes("/a").get("/a"))).isEqualTo("no credentials");
    }

    @Test
    void doesNotLookWhereNoLeaseIsToBeHad() {
        EnvironmentSource refusing = Bench.source(stack -> {
            throw new ProbeException(ProbePhase.INIT, "The role cannot be assumed");
        });

        List<StackCheck> checks =
                bench.detector(DetectionSettings.DEFAULT, refusing).check(Stacks.many(1));

        assertThat(reason(checks.get(0).outcome())).isEqualTo("The role cannot be assumed");
        assertThat(bench.probe.lookedAt()).isEmpty();
    }

    @Test
    void bearsASourceThatBreaks() {
        EnvironmentSource breaking = Bench.source(stack -> {
            throw new IllegalStateException("AKIA...");
        });
        EnvironmentSource unclosable = Bench.source(stack -> EnvironmentLease.of(Map.of(), () -> {
            throw new IllegalStateException("stuck");
        }));

        assertThat(reason(bench.detector(DetectionSettings.DEFAULT, breaking)
                        .check(Stacks.many(1))
                        .get(0)
                        .outcome()))
                .startsWith("the environment source broke: java.lang.IllegalStateException")
                .doesNotContain("AKIA");
        assertThat(bench.detector(DetectionSettings.DEFAULT, unclosable)
                        .check(Stacks.many(1))
                        .get(0)
                        .outcome())
                .isInstanceOf(StackOutcome.InSync.class);
    }
}
