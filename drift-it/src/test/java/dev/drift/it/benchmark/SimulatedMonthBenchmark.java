package dev.drift.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.SimulatedMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A month of 1,000 stacks in six cells whose schedules somebody follows who drops ticks: how long it takes under a clock that only the month moves, and
 * how many promises of freshness were not kept and told. {@code SimulatedMonthTest} holds every month to it.
 */
class SimulatedMonthBenchmark {

    @Test
    void thousandStacks() {
        SimulatedMonth month = new SimulatedMonth(1, 1_000);
        long start = System.nanoTime();
        List<SimulatedMonth.Run> runs = month.pass();
        double seconds = (System.nanoTime() - start) / 1e9;
        List<SimulatedMonth.Run> overdue = runs.stream()
                .filter(run -> run.overdueBefore().contains(run.cell()))
                .toList();
        long untold = overdue.stream().filter(run -> run.missed().isEmpty()).count();
        // The first run of a cell has no check before it that could be too old.
        assertThat(untold).isLessThanOrEqualTo(6);
        Timing.print(
                "%-44s %.1f s, %d ticks, %d runs",
                "a month of 1,000 stacks, cold", seconds, month.ticks(), runs.size());
        Timing.print(
                "%-44s %d, of which told %d (first runs: %d)",
                "checks that came later than promised", overdue.size(), overdue.size() - untold, untold);
        Timing.print(
                "%-44s %d of %d",
                "dropped ticks that reports tell",
                runs.stream().mapToInt(SimulatedMonth.Run::reported).sum(),
                runs.stream().mapToInt(SimulatedMonth.Run::dropped).sum());
    }
}
