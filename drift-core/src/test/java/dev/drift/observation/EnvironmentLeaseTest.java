package dev.drift.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnvironmentLeaseTest {

    @Test
    void releasesOnceHoweverOftenItIsClosed() {
        AtomicInteger releases = new AtomicInteger();
        EnvironmentLease lease = EnvironmentLease.of(Map.of(), releases::incrementAndGet);

        assertThat(releases).hasValue(0);
        lease.close();
        lease.close();

        assertThat(releases).hasValue(1);
    }

    @Test
    void keepsTheFirstReasonOfItsWithdrawal() {
        EnvironmentLease lease = EnvironmentLease.of(Map.of());
        assertThat(lease.withdrawal()).isEmpty();

        lease.withdraw("the provider ended");
        lease.withdraw("everything ended");

        assertThat(lease.withdrawal()).contains("the provider ended");
    }

    @Test
    void printsNamesOnly() {
        assertThat(EnvironmentLease.of(Map.of("TOKEN", "hunter2"))).hasToString("[TOKEN]");
    }

    @Test
    void addsToWhatItLiesOver() {
        EnvironmentLease below = EnvironmentLease.of(Map.of("REGION", "eu-central-1", "ROLE", "reader"));
        EnvironmentLease lease =
                EnvironmentLease.over(below).lending(Map.of("ROLE", "other")).build();

        assertThat(lease.variables()).isEqualTo(Map.of("REGION", "eu-central-1", "ROLE", "other"));
        assertThat(lease.below()).isSameAs(below);
    }

    @Test
    void makesVariablesOnceAndOnlyForWhoAsks() {
        AtomicInteger made = new AtomicInteger();
        EnvironmentLease lease = EnvironmentLease.over(
                        EnvironmentLease.of(Map.of("REGION", "eu-central-1", "SOCKET", "none")))
                .making(() -> Map.of("SOCKET", "s" + made.incrementAndGet()))
                .build();
        assertThat(lease.toString()).contains("SOCKET");
        assertThat(made).hasValue(0);

        assertThat(lease.variables()).isEqualTo(Map.of("REGION", "eu-central-1", "SOCKET", "s1"));
        assertThat(lease.variables()).isEqualTo(Map.of("REGION", "eu-central-1", "SOCKET", "s1"));
        assertThat(made).hasValue(1);
    }

    @Test
    void closesWhatItLiesOverAfterItself() {
        List<String> closed = new ArrayList<>();
        EnvironmentLease lease = EnvironmentLease.over(EnvironmentLease.of(Map.of(), () -> closed.add("below")))
                .releasing(() -> {
                    closed.add("above");
                    throw new IllegalStateException("stuck");
                })
                .build();

        assertThatThrownBy(lease::close).hasMessage("stuck");

        assertThat(closed).containsExactly("above", "below");
    }

    @Test
    void isWithdrawnByAFailureThatItsLenderDoubts() {
        EnvironmentLease lease = EnvironmentLease.over(EnvironmentLease.of(Map.of()))
                .doubting(failure -> failure.contains("schema") ? Optional.of("trimmed") : Optional.empty())
                .build();

        lease.failed("AccessDenied");
        assertThat(lease.withdrawal()).isEmpty();

        lease.failed("no schema for aws_x");
        assertThat(lease.withdrawal()).contains("trimmed");
    }
}
