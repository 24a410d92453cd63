package dev.drift.it.serve;

import dev.drift.cli.serve.CellTurns;
import dev.drift.cli.serve.CellWork;
import dev.drift.cli.serve.SharedRounds;
import dev.drift.cli.serve.TickDatabase;
import dev.drift.config.Secret;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Region;
import dev.drift.estate.Schedule;
import dev.drift.timetable.CellTimetable;
import dev.drift.timetable.MissedTicks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * One of several copies that share ticks, as a process of its own that can be killed. What it does for a cell is to write into a
 * file that it begins, and that it is done.
 */
final class Copy {

    /** How many cells there are. */
    static final int CELLS = 8;

    static final Schedule SCHEDULE = Schedule.parse("0 */6 * * *");

    private Copy() {}

    /** Its name, the address of the database, the file, and {@code hang} if it never ends what it begins. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[2]);
        boolean hangs = arguments[3].equals("hang");
        List<CellTurns> cells = IntStream.range(0, CELLS)
                .mapToObj(number -> new CellTurns(
                        new CellTimetable(cell(number), SCHEDULE, MaintenanceWindows.NONE),
                        new Noting(arguments[0], cell(number), file, hangs),
                        Clock.systemUTC(),
                        line -> {}))
                .toList();
        SharedRounds.Pace fast = new SharedRounds.Pace(Duration.ofMillis(200), Duration.ofMillis(1500));
        new SharedRounds(() -> cells, TickDatabase.at(Secret.of(arguments[1])), "acme/infra", fast, System.err::println)
                .follow(Duration.ZERO);
    }

    static Cell cell(int number) {
        return new Cell(Optional.of(new Environment("prod")), Optional.of(new Region("region-" + number)));
    }

    private record Noting(String name, Cell cell, Path file, boolean hangs) implements CellWork {

        @Override
        public Done run(Instant tick, List<MissedTicks> untold) {
            note("begins " + tick);
            if (hangs) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException told) {
                    return new Done(true, "interrupted");
                }
            }
            note("done " + tick + " missed "
                    + untold.stream().mapToInt(MissedTicks::count).sum());
            return new Done(false, "in sync");
        }

        @Override
        public void closed(String reason) {
            note("closed");
        }

        private void note(String what) {
            try {
                Files.writeString(
                        file,
                        name + " " + cell + " " + what + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
