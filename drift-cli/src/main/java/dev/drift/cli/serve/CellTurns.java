package dev.drift.cli.serve;

import static java.util.Objects.requireNonNull;

import dev.drift.timetable.CellTimetable;
import dev.drift.timetable.MissedTicks;
import dev.drift.timetable.Standing;
import dev.drift.timetable.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes the turns of one cell, whoever says when. A run that breaks is told and done with; one that is cancelled is still due.
 *
 * @param timetable when the cell is due
 * @param work what is done then
 * @param clock what time it is
 * @param told gets one line for everything that happens
 */
public record CellTurns(CellTimetable timetable, CellWork work, Clock clock, Consumer<String> told) {

    public CellTurns {
        requireNonNull(timetable, "timetable is null");
        requireNonNull(work, "work is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(told, "told is null");
    }

    /** Where a cell stands that was never followed: at its next tick. */
    public Standing beginning() {
        return Standing.at(timetable.schedule().next(clock.instant()));
    }

    /** Where a cell stands that may have been followed by another schedule until now. */
    public Standing taken(Standing standing) {
        return timetable.taken(standing, clock.instant());
    }

    /** When there is something to do next. */
    public Instant wakeUp(Standing standing) {
        return timetable.wakeUp(standing, clock.instant());
    }

    /** Does what is due now. Where it stands then; empty if it was cancelled and stands where it stood. */
    public Optional<Standing> take(Standing standing) {
        Instant now = clock.instant();
        Turn turn = timetable.turn(standing, now);
        turn.missed().forEach(ticks -> told.accept("Missed: " + ticks));
        if (turn.tick().isEmpty()) {
            turn.closed().ifPresent(this::closed);
            return Optional.of(timetable.passed(standing, turn, now));
        }
        return run(standing, turn, turn.tick().get(), now);
    }

    private void closed(String reason) {
        told.accept(timetable.cell() + ": not run, " + reason);
        try {
            work.closed(reason);
        } catch (RuntimeException broken) {
            told.accept(timetable.cell() + ": that it was not run is recorded nowhere: " + broken);
        }
    }

    private Optional<Standing> run(Standing standing, Turn turn, Instant tick, Instant begun) {
        told.accept(timetable.cell() + ": runs for the tick of " + tick);
        boolean reported = false;
        String words;
        try {
            CellWork.Done done = work.run(
                    tick,
                    Stream.of(standing.untold(), turn.missed())
                            .flatMap(List::stream)
                            .toList());
            if (done.cancelled()) {
                told.accept(timetable.cell() + ": cancelled, and still due: " + done.words());
                return Optional.empty();
            }
            reported = true;
            words = done.words();
        } catch (RuntimeException | Error broken) {
            if (Thread.interrupted()) {
                told.accept(timetable.cell() + ": cancelled, and still due");
                return Optional.empty();
            }
            words = "the run failed: " + broken;
        }
        Instant ended = clock.instant();
        Standing after = timetable.ran(standing, turn, reported, ended);
        List<MissedTicks> meanwhile = after.untold().stream()
                .filter(ticks ->
                        ticks.cause() == MissedTicks.Cause.BUSY && ticks.first().isAfter(tick))
                .toList();
        told.accept(timetable.cell() + ": " + words + "; took " + ChronoUnit.SECONDS.between(begun, ended) + " s, next "
                + after.due());
        meanwhile.forEach(ticks -> told.accept("Missed: " + ticks));
        return Optional.of(after);
    }
}
