package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.estate.Freshness;
import dev.drift.estate.Rhythm;
import dev.drift.testing.SimulatedMonth;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedMonthTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void freshnessIsMetOrReportedAlways(long seed) {
        List<SimulatedMonth.Run> runs = new SimulatedMonth(seed, 30).pass();

        Map<Cell, Instant> last = new HashMap<>();
        assertThat(runs).isNotEmpty().allSatisfy(run -> {
            assertThat(run.overdueBefore())
                    .as("exactly the overdue cells are named when the run of any cell begins")
                    .containsExactlyInAnyOrderElementsOf(cells(runs)
                            .filter(cell -> promised(cell).isOverdue(Optional.ofNullable(last.get(cell)), run.at()))
                            .toList());
            if (last.containsKey(run.cell())) {
                assertThat(run.reported()).as("every dropped tick is told").isEqualTo(run.dropped());
                assertThat(run.overdueBefore().contains(run.cell())
                                && run.missed().isEmpty())
                        .as("a promise that was not kept is told by the report that ends it")
                        .isFalse();
            }
            last.put(run.cell(), run.at());
        });
        assertThat(runs)
                .as("the month had promises that were not kept")
                .anySatisfy(run -> assertThat(run.missed()).isNotEmpty());
    }

    private static Stream<Cell> cells(List<SimulatedMonth.Run> runs) {
        return runs.stream().map(SimulatedMonth.Run::cell).distinct();
    }

    private static Freshness promised(Cell cell) {
        return Rhythm.usual(cell.environment().orElseThrow()).freshness().orElseThrow();
    }
}
