package dev.drift.cli.serve;

import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.MaintenanceWindow;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Region;
import dev.drift.estate.Schedule;
import dev.drift.timetable.CellTimetable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Cells that are due at noon of every day, so that no test meets a tick but those that it lets pass. */
final class Timetables {

    static final Cell WEST = cell("eu-west-1");
    static final Cell CENTRAL = cell("eu-central-1");
    static final Cell SOUTH = cell("eu-south-1");

    private Timetables() {}

    private static Cell cell(String region) {
        return new Cell(Optional.of(new Environment("prod")), Optional.of(new Region(region)));
    }

    /** Due twelve hours before and after now, whenever that is, and every day. */
    static CellTurns daily(Cell cell, CellWork work, Consumer<String> told) {
        return new CellTurns(
                new CellTimetable(cell, schedule(), MaintenanceWindows.NONE), work, Clock.systemUTC(), told);
    }

    /** The same behind a window that is closed now, and was open when the cell was due. */
    static CellTurns closed(Cell cell, CellWork work, Consumer<String> told) {
        Instant sixHoursAgo = Instant.now().minus(6, ChronoUnit.HOURS);
        MaintenanceWindow window =
                new MaintenanceWindow(MaintenanceWindow.Kind.DENY, cron(sixHoursAgo), Duration.ofHours(12), Set.of());
        return new CellTurns(
                new CellTimetable(cell, schedule(), new MaintenanceWindows(List.of(window))),
                work,
                Clock.systemUTC(),
                told);
    }

    /** The tick of so many days ago; none is the last that passed. */
    static Instant tick(int daysAgo) {
        return schedule().previous(Instant.now()).minus(daysAgo, ChronoUnit.DAYS);
    }

    private static Schedule schedule() {
        return cron(Instant.now().minus(12, ChronoUnit.HOURS));
    }

    private static Schedule cron(Instant hour) {
        return Schedule.parse("0 " + hour.atZone(java.time.ZoneOffset.UTC).getHour() + " * * *");
    }
}
