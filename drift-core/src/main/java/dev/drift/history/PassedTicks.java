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

/**
 * Finds ticks that nobody ran where something else than Drift follows the schedules and may drop a tick without a word. A cell of
 * which no check is remembered has nothing to be found.
 *
 * @param estate says when cells are due
 * @param history says when they were checked
 */
public record PassedTicks(EstateDefinition estate, ReportHistory history) {

    public PassedTicks {
        requireNonNull(estate, "estate is null");
        requireNonNull(history, "history is null");
    }

    /**
     * The ticks that passed since the cells of the stacks were last checked, that is, since any of these stacks was last seen. To
     * be asked before they are looked at once more.
     */
    public List<MissedTicks> before(Collection<Stack> stacks, Instant now) {
        Map<StackPath, LastCheck> last =
                history.last(stacks.stream().map(Stack::path).toList());
        Map<Cell, Instant> newest = new LinkedHashMap<>();
        for (Stack stack : stacks) {
            Optional.ofNullable(last.get(stack.path()))
                    .ifPresent(check -> newest.merge(
                            estate.cellOf(stack),
                            check.checkedAt(),
                            (one, other) -> one.isBefore(other) ? other : one));
        }
        return newest.entrySet().stream()
                .flatMap(cell -> timetable(cell.getKey()).stream()
                        .flatMap(timetable -> timetable.unnoticed(cell.getValue(), now).stream()))
                .toList();
    }

    private Optional<CellTimetable> timetable(Cell cell) {
        return CellTimetable.written(estate, cell);
    }
}
