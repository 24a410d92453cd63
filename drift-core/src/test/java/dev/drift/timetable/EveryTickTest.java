package dev.drift.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.MaintenanceWindow;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Region;
import dev.drift.estate.Schedule;
import dev.drift.timetable.MissedTicks.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two weeks of a process that is down at times, is killed in the middle of runs, whose runs last and whose runs fail. */
class EveryTickTest {

    private static final Instant START = Instant.parse("2026-10-19T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(14));
    private static final Cell CELL = new Cell(Optional.of(new Environment("qa")), Optional.of(new Region("eu-west-2")));
    private static final List<String> SCHEDULES = List.of(
            "0 */6 * * *", "17 * * * *", "*/10 8-18 * * 1-5", "CRON_TZ=Europe/Berlin 30 1,2 * * *", "0 2 * * 1,3,5");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void isRunOnceOrFoundMissedOnceOrFallsIntoAClosedWindow(long seed) {
        Weeks weeks = new Weeks(new Random(seed));

        weeks.pass();

        List<Instant> open = weeks.timetable.schedule().ticks(START, END).stream()
                .filter(tick ->
                        weeks.timetable.windows().refusal(CELL.region(), tick).isEmpty())
                .toList();
        assertThat(weeks.done).as("no tick is run twice").doesNotHaveDuplicates();
        assertThat(open).as("only open ticks are run").containsAll(weeks.done);
        List<Instant> missed = weeks.found(Cause.DOWN, Cause.BUSY).stream()
                .flatMap(found -> within(open, found))
                .toList();
        assertThat(Stream.concat(weeks.done.stream(), missed.stream()).sorted())
                .as("every open tick is run or missed")
                .isEqualTo(open);
        assertThat(weeks.found(Cause.LATE))
                .as("a late run is found, and no other")
                .extracting(MissedTicks::first)
                .containsExactlyInAnyOrderElementsOf(weeks.late);
    }

    private static Stream<Instant> within(List<Instant> open, MissedTicks found) {
        List<Instant> inside = open.stream()
                .filter(tick -> !tick.isBefore(found.first()) && !tick.isAfter(found.last()))
                .toList();
        assertThat(inside).hasSize(found.count());
        return inside.stream();
    }

    /** What happens, told by a generator. */
    private static final class Weeks {

        private final Random random;
        private final CellTimetable timetable;
        private final List<Instant> done = new ArrayList<>();
        private final List<Instant> late = new ArrayList<>();
        private final List<MissedTicks> told = new ArrayList<>();
        private Standing standing;
        private Instant now = START;

        private Weeks(Random random) {
            this.random = random;
            this.timetable = new CellTimetable(
                    CELL, Schedule.parse(SCHEDULES.get(random.nextInt(SCHEDULES.size()))), windows(random));
            this.standing = Standing.at(START);
        }

        private static MaintenanceWindows windows(Random random) {
            if (random.nextBoolean()) {
                return MaintenanceWindows.NONE;
            }
            Schedule opens = Schedule.parse(random.nextInt(60) + " " + random.nextInt(24) + " * * *");
            Duration length = Duration.ofMinutes(30 + random.nextInt(600));
            MaintenanceWindow.Kind kind =
                    random.nextBoolean() ? MaintenanceWindow.Kind.ALLOW : MaintenanceWindow.Kind.DENY;
            return new MaintenanceWindows(List.of(new MaintenanceWindow(kind, opens, length, Set.of())));
        }

        private void pass() {
            while (now.isBefore(END)) {
                now = timetable.wakeUp(standing, now);
                if (random.nextInt(8) == 0) {
                    now = now.plus(Duration.ofMinutes(random.nextInt(3000)));
                }
                if (now.isBefore(END)) {
                    turn();
                }
            }
            Turn last = timetable.turn(standing, END);
            told.addAll(standing.untold());
            told.addAll(last.missed());
            last.tick().ifPresent(tick -> ended(tick, END));
        }

        private void turn() {
            Turn turn = timetable.turn(standing, now);
            if (turn.tick().isEmpty()) {
                standing = Standing.read(timetable.passed(standing, turn, now).toJson());
                return;
            }
            Instant ends = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(5) == 0 ? 900 : 9)));
            if (random.nextInt(8) == 0) {
                // Killed in the middle of it: nothing is remembered of the run.
                now = ends;
                return;
            }
            boolean reported = random.nextInt(6) > 0;
            if (reported) {
                told.addAll(standing.untold());
                told.addAll(turn.missed());
            }
            ended(turn.tick().get(), now);
            now = ends.isBefore(END) ? ends : END;
            standing = timetable.ran(standing, turn, reported, now);
        }

        private void ended(Instant tick, Instant begun) {
            done.add(tick);
            if (begun.isAfter(tick.plus(CellTimetable.PUNCTUAL))) {
                late.add(tick);
            }
        }

        private List<MissedTicks> found(Cause... causes) {
            return told.stream()
                    .filter(found -> List.of(causes).contains(found.cause()))
                    .sorted(Comparator.comparing(MissedTicks::first))
                    .toList();
        }
    }
}
