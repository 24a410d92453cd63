package dev.drift.cli.serve;

import static dev.drift.cli.serve.Timetables.CENTRAL;
import static dev.drift.cli.serve.Timetables.SOUTH;
import static dev.drift.cli.serve.Timetables.WEST;
import static dev.drift.cli.serve.Timetables.daily;
import static dev.drift.cli.serve.Timetables.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.estate.Cell;
import dev.drift.timetable.MissedTicks;
import dev.drift.timetable.MissedTicks.Cause;
import dev.drift.timetable.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RoundsTest {

    @TempDir
    Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void ticksThatPassedWhileNothingRanAreRunOnceAndTold() throws InterruptedException {
        stood(WEST, Standing.at(tick(2)));
        ScriptedWork work = ScriptedWork.done();

        follow(
                List.of(daily(WEST, work, lines::add)),
                () -> assertThat(standing(WEST).due()).isAfter(Instant.now()));
        follow(List.of(daily(WEST, work, lines::add)), () -> {});

        assertThat(work.ticks()).containsExactly(tick(0));
        assertThat(work.told())
                .containsExactly(
                        new MissedTicks(WEST, Cause.DOWN, 2, tick(2), tick(1)),
                        new MissedTicks(WEST, Cause.LATE, 1, tick(0), tick(0)));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Missed: prod/eu-west-1, 2 ticks from "))
                .anyMatch(line -> line.startsWith("prod/eu-west-1: in sync; took "));
    }

    @Test
    void aCellThatHangsOrBreaksStopsNoOther() throws InterruptedException {
        ScriptedWork hanging = ScriptedWork.hanging();
        ScriptedWork broken = ScriptedWork.broken();
        ScriptedWork fine = ScriptedWork.done();
        List.of(WEST, CENTRAL, SOUTH).forEach(cell -> stood(cell, Standing.at(tick(0))));

        follow(
                List.of(
                        daily(WEST, hanging, lines::add),
                        daily(CENTRAL, broken, lines::add),
                        daily(SOUTH, fine, lines::add)),
                () -> {
                    assertThat(hanging.ticks()).hasSize(1);
                    assertThat(standing(CENTRAL).due()).isAfter(Instant.now());
                    assertThat(standing(SOUTH).due()).isAfter(Instant.now());
                });

        assertThat(lines)
                .anyMatch(line -> line.contains("the run failed: java.lang.IllegalStateException: no catalog"));
        assertThat(standing(CENTRAL).untold())
                .as("what was missed is told by the next report")
                .containsExactly(new MissedTicks(CENTRAL, Cause.LATE, 1, tick(0), tick(0)));
    }

    @Test
    void whatIsCancelledIsStillDueAndRunByTheNextProcess() throws InterruptedException {
        stood(WEST, Standing.at(tick(0)));
        ScriptedWork hanging = ScriptedWork.hanging();
        follow(
                List.of(daily(WEST, hanging, lines::add)),
                () -> assertThat(hanging.ticks()).hasSize(1));
        ScriptedWork work = ScriptedWork.done();

        assertThat(standing(WEST)).isEqualTo(Standing.at(tick(0)));
        follow(
                List.of(daily(WEST, work, lines::add)),
                () -> assertThat(work.told()).isNotEmpty());

        assertThat(work.ticks()).containsExactly(tick(0));
        assertThat(lines).contains("Cancels what still runs", "prod/eu-west-1: cancelled, and still due: in sync");
    }

    @Test
    void nothingIsRunWhileAWindowIsClosedAndThatIsRecorded() throws InterruptedException {
        stood(WEST, Standing.at(tick(1)));
        ScriptedWork work = ScriptedWork.done();

        follow(
                List.of(Timetables.closed(WEST, work, lines::add)),
                () -> assertThat(standing(WEST).due()).isAfter(Instant.now()));

        assertThat(work.ticks()).isEmpty();
        assertThat(work.closed()).singleElement().asString().startsWith("maintenance window: closed since");
        assertThat(standing(WEST).untold()).containsExactly(new MissedTicks(WEST, Cause.DOWN, 2, tick(1), tick(0)));
    }

    @Test
    void aCellThatWasNeverFollowedIsDueAtItsNextTick() throws InterruptedException {
        ScriptedWork work = ScriptedWork.done();

        follow(
                List.of(daily(WEST, work, lines::add)),
                () -> assertThat(standing(WEST).due()).isEqualTo(tick(-1)));

        assertThat(work.ticks()).isEmpty();
    }

    @Test
    void cellsComeAndGoWhileOthersGoOn() throws InterruptedException {
        ScriptedWork hanging = ScriptedWork.hanging();
        ScriptedWork gone = ScriptedWork.done();
        ScriptedWork added = ScriptedWork.done();
        List.of(WEST, SOUTH).forEach(cell -> stood(cell, Standing.at(tick(0))));
        AtomicReference<List<CellTurns>> cells =
                new AtomicReference<>(List.of(daily(WEST, hanging, lines::add), daily(CENTRAL, gone, lines::add)));

        follow(cells::get, () -> {
            assertThat(hanging.ticks()).hasSize(1);
            assertThat(standing(CENTRAL).due()).isAfter(Instant.now());
            cells.set(List.of(daily(WEST, hanging, lines::add), daily(SOUTH, added, lines::add)));
            assertThat(standing(SOUTH).due()).isAfter(Instant.now());
        });

        assertThat(added.ticks()).containsExactly(tick(0));
        assertThat(hanging.ticks()).as("it is in the run it was in").hasSize(1);
        assertThat(gone.ticks()).isEmpty();
    }

    @Test
    void oneProcessHasTheFolderAndWhatIsDamagedBeginsAnew() throws IOException {
        try (StandingFolder taken = StandingFolder.take(folder, lines::add).orElseThrow()) {
            assertThat(StandingFolder.take(folder, lines::add)).isEmpty();
            taken.keep(WEST, Standing.at(tick(0)));
            Files.writeString(folder.resolve("prod.eu-west-1.json"), "{");

            assertThat(taken.of(WEST)).isEmpty();
        }
        assertThat(lines).singleElement().asString().contains("prod/eu-west-1").contains("begins anew");
        StandingFolder.take(folder, lines::add).orElseThrow().close();
    }

    private void stood(Cell cell, Standing standing) {
        try (StandingFolder kept = StandingFolder.take(folder, lines::add).orElseThrow()) {
            kept.keep(cell, standing);
        }
    }

    private Standing standing(Cell cell) {
        return StandingFolder.reading(folder).apply(cell).orElseThrow();
    }

    private void follow(List<CellTurns> cells, ThrowingRunnable until) throws InterruptedException {
        follow(() -> cells, until);
    }

    /** Follows until something is so, then is told to stop. */
    private void follow(Supplier<List<CellTurns>> cells, ThrowingRunnable until) throws InterruptedException {
        AtomicBoolean whole = new AtomicBoolean();
        Thread serving = new Thread(() -> {
            try (StandingFolder kept = StandingFolder.take(folder, lines::add).orElseThrow()) {
                whole.set(new Rounds(cells, Duration.ofMillis(20), kept, lines::add).follow(Duration.ofMillis(100)));
            }
        });
        serving.start();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(until);
        serving.interrupt();
        serving.join();
        assertThat(whole).isTrue();
    }
}
