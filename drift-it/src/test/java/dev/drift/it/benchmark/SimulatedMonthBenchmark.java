package dev.drift.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.testing.SimulatedMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Set<Cell> seen = new HashSet<>();
        List<SimulatedMonth.Run> first =
                runs.stream().filter(run -> seen.add(run.cell())).toList();
        List<SimulatedMonth.Run> late = runs.stream()
                .filter(run -> run.overdueBefore().contains(run.cell()) && !first.contains(run))
                .toList();
        // Until its first check a cell counts as overdue, and every run of another cell says so; no tick before it is
        // known to be missed.
        assertThat(first).allMatch(run -> run.overdueBefore().contains(run.cell()));
        assertThat(late).noneMatch(run -> run.missed().isEmpty());
        Timing.print(
                "%-44s %.1f s, %d ticks, %d runs",
                "a month of 1,000 stacks, cold", seconds, month.ticks(), runs.size());
        Timing.print(
                "%-44s %d, all told; first checks, named as overdue until then: %d",
                "checks that came later than promised", late.size(), first.size());
        Timing.print(
                "%-44s %d of %d",
                "dropped ticks that reports tell",
                runs.stream().mapToInt(SimulatedMonth.Run::reported).sum(),
                runs.stream().mapToInt(SimulatedMonth.Run::dropped).sum());
    }
}
