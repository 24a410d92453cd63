package dev.drift.detection;

import static dev.drift.detection.Bench.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Parallelism;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.testing.Observations;
import dev.drift.testing.Stacks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DriftDetectorTest {

    private final Bench bench = new Bench();

    @Test
    void checksEveryStackOnceInTheOrderGiven() {
        List<Stack> stacks = List.of(Stacks.stack("/c"), Stacks.stack("/a"), Stacks.stack("/b"), Stacks.stack("/d"));

        List<StackCheck> checks = bench.detector(DetectionSettings.DEFAULT).check(stacks);

        assertThat(checks.stream().map(StackCheck::stack)).containsExactlyElementsOf(stacks);
        assertThat(bench.probe.lookedAt()).containsExactlyInAnyOrder("/a", "/b", "/c", "/d");
    }

    @Test
    void startsStacksInTheOrderGiven() {
        List<Stack> stacks = List.of(Stacks.stack("/c"), Stacks.stack("/a"), Stacks.stack("/b"));

        bench.detector(DetectionSettings.DEFAULT.with(new Parallelism(1))).check(stacks);

        assertThat(bench.probe.lookedAt()).containsExactly("/c", "/a", "/b");
    }

    @Test
    void checksNothingWhereNothingIsGiven() {
        assertThat(bench.detector(DetectionSettings.DEFAULT).check(List.of())).isEmpty();
    }

    @Test
    void looksAtAsManySideBySideAsAllowedAndNoMore() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);
        List<Stack> stacks = Stacks.many(12);
        stacks.forEach(stack -> bench.probe.at(stack.path().value(), request -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Bench.meet(three);
            running.decrementAndGet();
            return Observations.unchanged();
        }));

        List<StackCheck> checks = bench.detector(DetectionSettings.DEFAULT.with(new Parallelism(3)))
                .check(stacks);

        assertThat(checks).allSatisfy(check -> assertThat(check.outcome()).isInstanceOf(StackOutcome.InSync.class));
        assertThat(most).hasValue(3);
    }

    @Test
    void tellsThePhaseAndReasonOfAProbeThatCannotLook() {
        bench.probe.failingAt("/b", ProbePhase.INIT, "The backend is gone");

        assertThat(bench.outcomes("/a", "/b"))
                .containsEntry("/b", StackOutcome.Unknown.because(ProbePhase.INIT, "The backend is gone"));
        assertThat(bench.outcomes("/a", "/b").get("/a")).isInstanceOf(StackOutcome.InSync.class);
    }

    @Test
    void keepsWhateverAProbeThrowsWithItsOwnStack() {
        bench.probe.at("/exception", request -> {
            throw new IllegalStateException("password=hunter2");
        });
        bench.probe.at("/overflow", request -> Bench.endless(1));
        bench.probe.at("/memory", request -> {
            throw new OutOfMemoryError("Java heap space");
        });
        bench.probe.at("/checked", request -> {
            throw Bench.sneaked(new InterruptedException());
        });

        Map<String, StackOutcome> outcomes = bench.outcomes("/exception", "/overflow", "/memory", "/checked", "/fine");

        assertThat(reason(outcomes.get("/exception")))
                .startsWith(
                        "the probe broke: java.lang.IllegalStateException at dev.drift.detection.DriftDetectorTest.")
                .doesNotContain("hunter2");
        assertThat(reason(outcomes.get("/overflow"))).startsWith("the probe broke: java.lang.StackOverflowError");
        assertThat(reason(outcomes.get("/memory"))).startsWith("the probe broke: java.lang.OutOfMemoryError");
        assertThat(reason(outcomes.get("/checked"))).startsWith("the probe broke: java.lang.InterruptedException");
        assertThat(outcomes.get("/fine")).isInstanceOf(StackOutcome.InSync.class);
    }

    @Test
    void takesAProbeThatHandsInNothingForBroken() {
        bench.probe.at("/a", request -> null);

        assertThat(reason(bench.outcomes("/a").get("/a")))
                .startsWith("the probe broke: java.lang.NullPointerException");
    }

    @Test
    void tellsOfEachStackInOrder() {
        bench.probe.at("/a", request -> {
            request.output().accept("one");
            request.output().accept("two");
            return Observations.unchanged();
        });
        StackCheck check = bench.detector(DetectionSettings.DEFAULT)
                .check(List.of(Stacks.stack("/a")))
                .get(0);

        assertThat(bench.listener.events())
                .containsExactly(
                        new StackEvent.Started(Stacks.stack("/a")),
                        new StackEvent.Output(Stacks.stack("/a"), "one"),
                        new StackEvent.Output(Stacks.stack("/a"), "two"),
                        new StackEvent.Judged(check));
    }

    @Test
    void bearsAListenerThatBreaks() {
        DetectionListener breaking = event -> {
            throw new AssertionError("no");
        };
        bench.probe.at("/stacks/s000", request -> {
            request.output().accept("line");
            return Observations.unchanged();
        });

        List<StackCheck> checks = new DriftDetector(
                        bench.probe,
                        bench.environments,
                        Judge.by(RuleBook.EMPTY),
                        DetectionSettings.DEFAULT,
                        breaking,
                        Clock.systemUTC())
                .check(Stacks.many(3));

        assertThat(checks).allSatisfy(check -> assertThat(check.outcome()).isInstanceOf(StackOutcome.InSync.class));
    }

    @Test
    void takesDurationsFromItsClock() {
        Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        StackCheck check = new DriftDetector(
                        bench.probe,
                        bench.environments,
                        Judge.by(RuleBook.EMPTY),
                        DetectionSettings.DEFAULT,
                        bench.listener,
                        stopped)
                .check(Stacks.many(1))
                .get(0);

        assertThat(check.duration()).isZero();
        assertThat(check.engine()).isEqualTo("scripted");
    }

    @Test
    void refusesSettingsWithoutTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DetectionSettings.DEFAULT.withTimeout(Duration.ZERO))
                .withMessageContaining("Timeout must be positive");
    }
}
