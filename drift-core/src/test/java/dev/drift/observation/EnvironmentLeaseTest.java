package dev.drift.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
}
