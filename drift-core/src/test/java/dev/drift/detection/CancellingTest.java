package dev.drift.detection;

import static dev.drift.detection.Bench.byPath;
import static dev.drift.detection.Bench.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Parallelism;
import dev.drift.observation.ProbePhase;
import dev.drift.testing.Observations;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CancellingTest {

    private final Bench bench = new Bench();

    @Test
    void answersForEveryStackWhenItIsCancelled() throws InterruptedException {
        CountDownLatch bothRun = new CountDownLatch(2);
        for (String path : List.of("/running1", "/running2")) {
            bench.probe.at(path, request -> {
                bothRun.countDown();
                return Bench.hang();
            });
        }
        Run run = Run.of(
                bench.detector(DetectionSettings.DEFAULT.with(new Parallelism(2))),
                Stacks.stack("/done"),
                Stacks.stack("/running1"),
                Stacks.stack("/running2"),
                Stacks.stack("/waiting"));
        assertThat(bothRun.await(30, TimeUnit.SECONDS)).isTrue();
        await().until(() -> bench.listener.judged().size() == 1);

        Map<String, StackOutcome> outcomes = byPath(run.cancel());

        assertThat(outcomes.get("/done")).isInstanceOf(StackOutcome.InSync.class);
        StackOutcome running = StackOutcome.Unknown.because(
                ProbePhase.CANCELLED, "the run was cancelled while this stack was looked at");
        assertThat(outcomes).containsEntry("/running1", running).containsEntry("/running2", running);
        assertThat(outcomes)
                .containsEntry(
                        "/waiting",
                        StackOutcome.Unknown.because(
                                ProbePhase.CANCELLED, "the run was cancelled before this stack was looked at"));
        assertThat(bench.probe.lookedAt()).doesNotContain("/waiting");
        assertThat(bench.listener.judged()).hasSize(4);
        assertThat(bench.environments.open()).isZero();
        assertThat(run.isInterrupted()).isTrue();
    }

    @Test
    void waitsForCancelledProbesToCleanUp() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cleaning = new CountDownLatch(1);
        CountDownLatch cleaned = new CountDownLatch(1);
        bench.probe.at("/a", request -> {
            try {
                begun.countDown();
                return Bench.hang();
            } finally {
                cleaning.countDown();
                Bench.awaitStubbornly(cleaned);
            }
        });
        Run run = Run.of(bench.detector(DetectionSettings.DEFAULT), Stacks.stack("/a"));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        run.interrupt();

        assertThat(cleaning.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run.checks()).isNotDone();
        cleaned.countDown();
        assertThat(run.answer()).hasSize(1);
    }

    @Test
    void doesNotWaitForeverForACancelledProbe() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        bench.probe.at("/a", request -> {
            begun.countDown();
            Bench.awaitStubbornly(end);
            return Observations.unchanged();
        });
        Run run = Run.of(
                bench.detector(
                        new DetectionSettings(new Parallelism(1), Duration.ofMinutes(5), Duration.ofMillis(200))),
                Stacks.stack("/a"));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(reason(run.cancel().get(0).outcome())).contains("cancelled", "did not stop");
        end.countDown();
    }

    @Test
    void looksAtNothingWhereTheThreadIsInterruptedAlready() {
        Thread.currentThread().interrupt();

        List<StackCheck> checks = bench.detector(DetectionSettings.DEFAULT).check(Stacks.many(3));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(checks)
                .hasSize(3)
                .allSatisfy(check -> assertThat(reason(check.outcome()))
                        .isEqualTo("the run was cancelled before this stack was looked at"));
        assertThat(bench.probe.lookedAt()).isEmpty();
    }
}
