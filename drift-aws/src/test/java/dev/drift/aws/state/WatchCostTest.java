package dev.drift.aws.state;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCode;
import dev.drift.testing.Observations;
import dev.drift.testing.ScriptedProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchCostTest {

    private static final String READ = "GET " + Bucket.STATE;
    private static final String LOCK = "GET " + Bucket.LOCK;
    private static final String GLANCE = "HEAD " + Bucket.STATE;

    private final Stack stack = SampleStates.stack(Path.of("/estate/web"));
    private final Bucket bucket = new Bucket().answering(Bucket.LOCK, Bucket.noSuchKey());
    private final StateStore store = StateStore.standard();
    private final ScriptedProbe probe = new ScriptedProbe().at(stack.path().value(), request -> Observations.scaled());

    @AfterEach
    void close() {
        store.close();
        bucket.close();
    }

    @Test
    void aLookCostsThreeRequests() throws ProbeException {
        bucket.holding(SampleStates.state(5));

        watch().around(probe).probe(request(Duration.ofMinutes(5)));

        assertThat(bucket.asked()).containsExactly(LOCK, READ, GLANCE);
    }

    @Test
    void theTypesOfTheStackAreKnownAtNoFurtherCost() throws ProbeException {
        bucket.holding(SampleStates.state(5));
        StateWatch watch = watch();

        assertThat(watch.types(stack, code(), Bucket.KEYS))
                .get()
                .extracting(Set::size)
                .isEqualTo(3);
        watch.around(probe).probe(request(Duration.ofMinutes(5)));

        assertThat(bucket.asked()).containsExactly(READ, LOCK, GLANCE);
    }

    @Test
    void whatIsReadForOneAccountIsNotTakenForAnother() throws ProbeException {
        bucket.holding(SampleStates.state(5));
        StateWatch watch = watch();

        watch.types(stack, code(), Map.of("AWS_ACCESS_KEY_ID", "AKIDOTHER"));
        watch.around(probe).probe(request(Duration.ofMinutes(5)));

        assertThat(bucket.asked()).containsExactly(READ, LOCK, READ, GLANCE);
    }

    @Test
    void aStateThatMovesCostsASecondReading() throws ProbeException {
        bucket.holding(SampleStates.state(5));
        probe.at(stack.path().value(), request -> {
            bucket.holding(SampleStates.state(6));
            return Observations.scaled();
        });

        watch().around(probe).probe(request(Duration.ofMinutes(5)));

        assertThat(bucket.asked()).containsExactly(LOCK, READ, GLANCE, READ, LOCK, GLANCE);
    }

    @Test
    void whatCannotBeReadIsNotReadTwice() throws ProbeException {
        bucket.answering(Bucket.STATE, Bucket.error(403, "AccessDenied", "Access Denied"));
        StateWatch watch = watch();

        assertThat(watch.types(stack, code(), Bucket.KEYS)).isEmpty();
        assertThat(watch.around(probe).probe(request(Duration.ofMinutes(5)))).isEqualTo(Observations.scaled());

        assertThat(bucket.asked()).containsExactly(READ, LOCK);
    }

    @Test
    void aStateIsWatchedAlsoWhereItsLockMayNotBeSeen() throws ProbeException {
        bucket.holding(SampleStates.state(5)).answering(Bucket.LOCK, Bucket.error(403, "AccessDenied", "no"));

        watch().around(probe).probe(request(Duration.ofMinutes(5)));

        assertThat(bucket.asked()).containsExactly(LOCK, READ, GLANCE);
    }

    @Test
    void aBucketThatDoesNotAnswerLeavesTimeForTheLook() throws ProbeException {
        bucket.answering(Bucket.LOCK, aResponse().withFixedDelay(60_000));

        assertThat(watch().around(probe).probe(request(Duration.ofSeconds(8)))).isEqualTo(Observations.scaled());
        ProbeRequest passedOn = probe.requests().get(0);
        assertThat(passedOn.timeout()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(4));
        assertThat(passedOn.limit()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void anInterruptionEndsTheWaitForABucketThatDoesNotAnswer() throws Exception {
        bucket.answering(Bucket.LOCK, aResponse().withFixedDelay(60_000));
        DriftProbe watched = watch().around(probe);
        FutureTask<ProbeException> look = new FutureTask<>(
                () -> catchThrowableOfType(ProbeException.class, () -> watched.probe(request(Duration.ofMinutes(5)))));
        Thread thread = new Thread(look, "interrupted look");
        thread.setDaemon(true);
        thread.start();
        Awaitility.await().until(() -> !bucket.asked().isEmpty());

        thread.interrupt();

        assertThat(look.get(10, TimeUnit.SECONDS).phase()).isEqualTo(ProbePhase.CANCELLED);
        assertThat(probe.requests()).isEmpty();
    }

    private StateWatch watch() {
        return StateWatch.reading(new InMemoryCode(Map.of(stack.directory(), code())), store, Bucket.KEYS);
    }

    private StackCode code() {
        StateLocation location = bucket.location("use_lockfile", "true");
        return SampleStates.code(IacTool.TERRAFORM, location);
    }

    private ProbeRequest request(Duration timeout) {
        return new ProbeRequest(stack, EnvironmentLease.of(Map.of()), timeout, line -> {});
    }
}
