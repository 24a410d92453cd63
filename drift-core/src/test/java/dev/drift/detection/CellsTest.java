package dev.drift.detection;

import static dev.drift.detection.Bench.byPath;
import static dev.drift.detection.Bench.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Means;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Rhythm;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.testing.Observations;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens in one cell changes nothing in another. */
@Timeout(60)
class CellsTest {

    private final Bench bench = new Bench();

    @Test
    void goesOnWithTheOtherCellsWhileOneHangs() throws InterruptedException {
        List<Stack> prod = cell("prod", 8);
        List<Stack> dev = cell("dev", 8);
        prod.forEach(stack -> bench.probe.at(stack.path().value(), request -> Bench.hang()));

        Run run = Run.of(bench.detector(sharing(4)), both(prod, dev));
        await().until(() -> bench.listener.judged().size() == 8);

        assertThat(bench.listener.judged().stream().map(StackCheck::stack)).containsExactlyInAnyOrderElementsOf(dev);
        Map<String, StackOutcome> outcomes = byPath(run.cancel());
        assertThat(dev)
                .allSatisfy(stack ->
                        assertThat(outcomes.get(stack.path().value())).isInstanceOf(StackOutcome.InSync.class));
        assertThat(bench.environments.open()).isZero();
    }

    @Test
    void givesSlotsToTheCellsInTurn() {
        List<Stack> prod = cell("prod", 3);
        List<Stack> dev = cell("dev", 2);

        bench.detector(sharing(1))
                .check(Stream.concat(prod.stream(), dev.stream()).toList());

        assertThat(bench.probe.lookedAt()).containsExactly("/prod/s0", "/dev/s0", "/prod/s1", "/dev/s1", "/prod/s2");
    }

    @Test
    void beginsWithOneStackOfEachCell() {
        CyclicBarrier everyCell = new CyclicBarrier(3);
        List<Stack> all = new ArrayList<>();
        for (String environment : List.of("prod", "qa", "dev")) {
            List<Stack> stacks = cell(environment, 4);
            bench.probe.at(stacks.get(0).path().value(), request -> {
                Bench.meet(everyCell);
                return Observations.unchanged();
            });
            all.addAll(stacks);
        }

        List<StackCheck> checks = bench.detector(sharing(3)).check(all);

        assertThat(checks)
                .hasSize(12)
                .allSatisfy(check -> assertThat(check.outcome()).isInstanceOf(StackOutcome.InSync.class));
    }

    @Test
    void looksAtNoMoreStacksOfACellThanItsEnvironmentAllows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier two = new CyclicBarrier(2);
        List<Stack> prod = cell("prod", 8);
        prod.forEach(stack -> bench.probe.at(stack.path().value(), request -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Bench.meet(two);
            running.decrementAndGet();
            return Observations.unchanged();
        }));

        bench.detector(sharing(10).within(estate(defined("prod", 2, Optional.empty()))))
                .check(prod);

        assertThat(most).hasValue(2);
    }

    @Test
    void endsACellWhoseTimeIsOverAndNoOther() {
        List<Stack> prod = cell("prod", 6);
        List<Stack> dev = cell("dev", 6);
        prod.forEach(stack -> bench.probe.at(stack.path().value(), request -> Bench.hang()));
        EstateDefinition estate =
                estate(defined("prod", 2, Optional.of(Duration.ofMillis(300))), defined("dev", 2, Optional.empty()));

        Map<String, StackOutcome> outcomes = byPath(bench.detector(sharing(4).within(estate))
                .check(Stream.concat(prod.stream(), dev.stream()).toList()));

        assertThat(prod).allSatisfy(stack -> {
            StackOutcome outcome = outcomes.get(stack.path().value());
            assertThat(((StackOutcome.Unknown) outcome).phase()).isEqualTo(ProbePhase.TIMEOUT);
            assertThat(reason(outcome)).isEqualTo("the time of the cell prod/global was over: 0.3s");
        });
        assertThat(dev)
                .allSatisfy(stack ->
                        assertThat(outcomes.get(stack.path().value())).isInstanceOf(StackOutcome.InSync.class));
        assertThat(bench.probe.lookedAt().stream().filter(path -> path.startsWith("/prod")))
                .hasSize(2);
        assertThat(bench.listener.judged()).hasSize(12);
        assertThat(bench.environments.open()).isZero();
    }

    @Test
    void failsOneCellAndNoOther() {
        List<Stack> prod = cell("prod", 20);
        List<Stack> dev = cell("dev", 3);
        prod.forEach(stack -> bench.probe.at(stack.path().value(), request -> {
            throw new IllegalStateException("denied");
        }));

        Map<String, StackOutcome> outcomes = byPath(bench.detector(sharing(2))
                .check(Stream.concat(prod.stream(), dev.stream()).toList()));

        assertThat(outcomes.values().stream().filter(StackOutcome.Unknown.class::isInstance))
                .hasSize(20);
        assertThat(dev)
                .allSatisfy(stack ->
                        assertThat(outcomes.get(stack.path().value())).isInstanceOf(StackOutcome.InSync.class));
    }

    private static DetectionSettings sharing(int slots) {
        return DetectionSettings.DEFAULT.with(new Parallelism(slots));
    }

    private static List<Stack> cell(String environment, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Stacks.stack("/" + environment + "/s" + number, "environment/" + environment))
                .toList();
    }

    private static Stack[] both(List<Stack> one, List<Stack> other) {
        return Stream.concat(one.stream(), other.stream()).toArray(Stack[]::new);
    }

    private static EstateDefinition estate(EnvironmentDefinition... environments) {
        return new EstateDefinition(List.of(environments), new Parallelism(5), List.of());
    }

    private static EnvironmentDefinition defined(String name, int parallelism, Optional<Duration> budget) {
        Environment environment = new Environment(name);
        return new EnvironmentDefinition(
                environment,
                EnvironmentDefinition.selectorOf(environment),
                List.of(),
                Rhythm.ON_DEMAND,
                new Means(new Parallelism(parallelism), budget, Optional.empty()),
                Duties.NONE);
    }
}
