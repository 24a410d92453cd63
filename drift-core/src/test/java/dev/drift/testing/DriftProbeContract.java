package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What every {@link DriftProbe} keeps. */
public abstract class DriftProbeContract {

    /** How long a probe that was told to stop may take to do so. */
    private static final Duration PROMPTLY = Duration.ofSeconds(10);

    private static final Duration LONG = Duration.ofMinutes(5);

    /** The probe, the same one for the whole test. */
    protected abstract DriftProbe probe();

    /** A stack with a drifted object. */
    protected abstract Stack drifted();

    /** A stack that cannot be looked at. */
    protected abstract Stack unreadable();

    /** A stack whose look lasts longer than five minutes and prints a line when it has begun. */
    protected abstract Stack lasting();

    /** What the look at {@link #lasting()} leaves running; nothing where no processes are started. */
    protected boolean isAnythingLeft() {
        return false;
    }

    @Test
    void namesItsEngine() {
        assertThat(probe().engine()).isNotBlank().isEqualTo(probe().engine());
    }

    @Test
    void seesWhatDriftedByAddress() throws ProbeException {
        Observation seen = probe().probe(request(drifted()));

        assertThat(seen.drifted()).isNotEmpty();
        assertThat(seen.drifted().stream().map(change -> change.address())).isSorted();
        assertThat(seen.siblings().stream().map(sibling -> sibling.address())).isSorted();
    }

    @Test
    void seesTheSameOnSeveralThreadsAtOnce() throws ProbeException {
        Observation alone = probe().probe(request(drifted()));

        assertThat(Together.call(4, number -> seen(drifted()))).containsOnly(alone);
    }

    @Test
    void saysHowFarItCameWhereItCannotLook() {
        ProbeException thrown = catchThrowableOfType(ProbeException.class, () -> probe().probe(request(unreadable())));

        assertThat(thrown).isNotNull();
        assertThat(thrown.phase()).isNotIn(ProbePhase.TIMEOUT, ProbePhase.CANCELLED);
        assertThat(thrown.reason()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void stopsByItselfWhenItsTimeIsOver() {
        Duration timeout = Duration.ofSeconds(1);
        long start = System.nanoTime();

        ProbeException thrown = catchThrowableOfType(
                ProbeException.class,
                () -> probe().probe(new ProbeRequest(lasting(), EnvironmentLease.of(Map.of()), timeout, line -> {})));

        assertThat(thrown).isNotNull();
        assertThat(thrown.phase()).isEqualTo(ProbePhase.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(timeout, timeout.plus(PROMPTLY));
        assertThat(isAnythingLeft()).isFalse();
    }

    @Test
    void returnsPromptlyWithNothingLeftBehindWhenInterrupted() throws InterruptedException, TimeoutException {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Observation> look = new FutureTask<>(() -> probe().probe(
                        new ProbeRequest(lasting(), EnvironmentLease.of(Map.of()), LONG, line -> begun.countDown())));
        Thread thread = new Thread(look, "interrupted look");
        thread.setDaemon(true);
        thread.start();
        assertThat(begun.await(1, TimeUnit.MINUTES)).as("the look has begun").isTrue();

        thread.interrupt();

        try {
            look.get(PROMPTLY.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException stopped) {
            assertThat(stopped.getCause()).isInstanceOf(ProbeException.class);
        }
        assertThat(isAnythingLeft()).isFalse();
    }

    @Test
    void printsNothing() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream trap = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(trap);
        System.setErr(trap);
        try {
            seen(drifted());
            assertThatThrownBy(() -> probe().probe(request(unreadable()))).isInstanceOf(ProbeException.class);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A look at the stack with nothing leased and time enough. */
    protected static ProbeRequest request(Stack stack) {
        return new ProbeRequest(stack, EnvironmentLease.of(Map.of()), LONG, line -> {});
    }

    private Observation seen(Stack stack) {
        try {
            return probe().probe(request(stack));
        } catch (ProbeException unexpected) {
            throw new AssertionError("The look at " + stack + " failed", unexpected);
        }
    }
}
