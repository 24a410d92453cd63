package dev.drift.history;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.timetable.CellTimetable;
import dev.drift.timetable.MissedTicks;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds ticks that nobody ran where something else than Drift follows the schedules and may drop a tick without a word. A cell of
 * which no check is remembered, or whose history cannot be asked, has nothing to be found.
 *
 * @param estate says when cells are due
 * @param histories say when a cell was checked
 */
public record PassedTicks(EstateDefinition estate, Function<Cell, ReportHistory> histories) {

    public PassedTicks {
        requireNonNull(estate, "estate is null");
        requireNonNull(histories, "histories is null");
    }

    /** Where one history knows all cells. */
    public PassedTicks(EstateDefinition estate, ReportHistory history) {
        this(estate, cell -> history);
    }

    /**
     * The ticks that passed since the cells of the stacks were last checked, that is, since any of these stacks was last seen. To
     * be asked before they are looked at once more.
     */
    public List<MissedTicks> before(Collection<Stack> stacks, Instant now) {
        Map<StackPath, LastCheck> last =
                Recalled.of(estate.byCell(stacks), histories).last();
        Map<Cell, Instant> newest = new LinkedHashMap<>();
        for (Stack stack : stacks) {
            Optional.ofNullable(last.get(stack.path()))
                    .ifPresent(check -> newest.merge(
                            estate.cellOf(stack),
                            check.checkedAt(),
                            (one, other) -> one.isBefore(other) ? other : one));
        }
        return newest.entrySet().stream()
                .flatMap(cell -> CellTimetable.written(estate, cell.getKey()).stream()
                        .flatMap(timetable -> timetable.unnoticed(cell.getValue(), now).stream()))
                .toList();
    }
}
