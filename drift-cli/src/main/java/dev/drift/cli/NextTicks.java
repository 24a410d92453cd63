package dev.drift.cli;

import dev.drift.estate.Cell;
import dev.drift.render.Harmless;
import dev.drift.timetable.CellTimetable;
import dev.drift.timetable.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When cells are due, for somebody who wants to see it before they are.
 *
 * @param standing how far each was followed; empty if it never was
 */
record NextTicks(List<CellTimetable> cells, Function<Cell, Optional<Standing>> standing, Clock clock) {

    private static final int MOST = 3;

    NextTicks {
        cells = List.copyOf(cells);
    }

    /** A line for each cell: what would run at once, and the next ticks. */
    String table() {
        Instant now = clock.instant();
        StringBuilder text = new StringBuilder();
        int widest = cells.stream()
                .mapToInt(cell -> Harmless.line(cell.cell().toString()).length())
                .max()
                .orElse(0);
        for (CellTimetable cell : cells) {
            String name = Harmless.line(cell.cell().toString());
            text.append(name)
                    .append(" ".repeat(widest - name.length() + 2))
                    .append(String.join(
                            "  ",
                            Stream.concat(atOnce(cell, now), next(cell, now)).toList()))
                    .append("  (")
                    .append(Harmless.line(cell.schedule().toString()))
                    .append(" and ")
                    .append(cell.schedule().delay().toMinutes())
                    .append(" min)\n");
        }
        return text.toString();
    }

    private Stream<String> atOnce(CellTimetable cell, Instant now) {
        return standing
                .apply(cell.cell())
                .flatMap(kept -> cell.turn(kept, now).tick())
                .map(tick -> "at once (" + tick + ")")
                .stream();
    }

    private static Stream<String> next(CellTimetable cell, Instant now) {
        List<String> ticks = new ArrayList<>();
        Optional<Instant> tick = cell.next(now);
        while (tick.isPresent() && ticks.size() < MOST) {
            ticks.add(tick.get().toString());
            tick = cell.next(tick.get());
        }
        return ticks.isEmpty() ? Stream.of("never while its windows are open") : ticks.stream();
    }
}
