package dev.drift.detection;

import static dev.drift.detection.Bench.byPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Parallelism;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.testing.Observations;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeLimitTest {

    /** One slot, and time enough for a stack that does not hang, whatever the machine does meanwhile. */
    private static final DetectionSettings LENIENT =
            new DetectionSettings(new Parallelism(1), Duration.ofSeconds(5), Duration.ofMillis(200));

    private final Bench bench = new Bench();

    @Test
    void tellsTheProbeHowMuchTimeItHas() {
        bench.detector(Bench.QUICK).check(Stacks.many(1));

        ProbeRequest request = bench.probe.requests().get(0);
        assertThat(request.timeout()).isPositive().isLessThanOrEqualTo(Bench.QUICK.timeout());
        assertThat(request.limit()).isEqualTo(Bench.QUICK.timeout());
    }

    @Test
    void interruptsAProbeThatDoesNotStopByItself() {
        AtomicInteger interrupted = new AtomicInteger();
        bench.probe.at("/hanging", request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                interrupted.incrementAndGet();
            }
            return Observations.unchanged();
        });

        Map<String, StackOutcome> outcomes = bench.outcomes(LENIENT, "/hanging", "/a");

        assertThat(outcomes.get("/hanging"))
                .isEqualTo(StackOutcome.Unknown.because(ProbePhase.TIMEOUT, "not done within 5s"));
        assertThat(outcomes.get("/a")).isInstanceOf(StackOutcome.InSync.class);
        assertThat(interrupted).hasValue(1);
        assertThat(bench.environments.open()).isZero();
    }

    @Test
    void leavesAProbeBehindThatIgnoresBeingInterrupted() {
        CountDownLatch end = new CountDownLatch(1);
        bench.probe.at("/stubborn", request -> {
            request.output().accept("before");
            Bench.awaitStubbornly(end);
            request.output().accept("after");
            return Observations.unchanged();
        });
        List<Stack> stacks = List.of(Stacks.stack("/stubborn"), Stacks.stack("/a"), Stacks.stack("/b"));

        Map<String, StackOutcome> outcomes = byPath(bench.detector(LENIENT).check(stacks));

        assertThat(outcomes.get("/stubborn"))
                .isEqualTo(StackOutcome.Unknown.because(
                        ProbePhase.TIMEOUT, "not done within 5s, and the probe did not stop when it was told to"));
        assertThat(outcomes.get("/a")).isInstanceOf(StackOutcome.InSync.class);
        assertThat(outcomes.get("/b")).isInstanceOf(StackOutcome.InSync.class);
        await().until(() -> bench.environments.open() == 0);
        Thread left = Bench.threadOf("/stubborn").orElseThrow();
        assertThat(left.isDaemon()).isTrue();
        end.countDown();
        await().until(() -> !left.isAlive());
        assertThat(bench.lines("/stubborn")).containsExactly("before");
    }
}
