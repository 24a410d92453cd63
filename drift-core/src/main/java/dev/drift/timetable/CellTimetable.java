package dev.drift.timetable;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Schedule;
import dev.drift.timetable.MissedTicks.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When one cell is due, and what is to be done about it. Of several ticks that passed only the last is run, once; the others are
 * missed. A tick in a closed maintenance window is not due at all, and nothing is run while a window is closed.
 *
 * @param cell which cell
 * @param schedule when it is due
 * @param windows when it may be looked at
 */
public record CellTimetable(Cell cell, Schedule schedule, MaintenanceWindows windows) {

    /** A run that begins later than this after its tick is late. */
    public static final Duration PUNCTUAL = Duration.ofMinutes(1);

    /** Nobody wants to know the ticks of years one by one. */
    private static final Duration LONGEST = Duration.ofDays(366);

    public CellTimetable {
        requireNonNull(cell, "cell is null");
        requireNonNull(schedule, "schedule is null");
        requireNonNull(windows, "windows is null");
    }

    /** Of those cells whose environment has a schedule, in their order. Each ticks a few minutes later than written, by its name. */
    public static List<CellTimetable> of(EstateDefinition estate, Collection<Cell> cells) {
        return cells.stream()
                .flatMap(cell -> written(estate, cell).stream())
                .map(CellTimetable::staggered)
                .toList();
    }

    /** Of a cell, at the moments that the schedule writes; empty if its environment has none. */
    public static Optional<CellTimetable> written(EstateDefinition estate, Cell cell) {
        return estate.of(cell)
                .flatMap(defined -> defined.rhythm()
                        .schedule()
                        .map(schedule -> new CellTimetable(
                                cell, schedule, defined.rhythm().windows())));
    }

    private CellTimetable staggered() {
        return new CellTimetable(cell, schedule.staggeredFor(cell.toString()), windows);
    }

    /** The next tick after the moment that is in no closed window; empty if there is none among the next thousand. */
    public Optional<Instant> next(Instant after) {
        Instant tick = schedule.next(after);
        for (int tried = 0; tried < 1000; tried++) {
            if (isOpen(tick)) {
                return Optional.of(tick);
            }
            tick = schedule.next(tick);
        }
        return Optional.empty();
    }

    /** When there is something to decide next: the first tick from the time on that it stands at, or now if one has passed. */
    public Instant wakeUp(Standing standing, Instant now) {
        return standing.due().isAfter(now) || ticks(standing.due(), now).isEmpty() ? schedule.next(now) : now;
    }

    /** Where it stands by this schedule, when it was followed by another one until now: due at its next tick, if that comes earlier. */
    public Standing taken(Standing standing, Instant now) {
        Instant next = schedule.next(now);
        return standing.due().isAfter(next) ? new Standing(next, standing.untold()) : standing;
    }

    /** What is to be done now. */
    public Turn turn(Standing standing, Instant now) {
        List<Instant> passed = ticks(standing.due(), now);
        if (passed.isEmpty()) {
            return Turn.NOTHING;
        }
        List<Instant> open = passed.stream().filter(this::isOpen).toList();
        Optional<String> closed = windows.refusal(cell.region(), now);
        if (open.isEmpty() || closed.isPresent()) {
            Instant last = passed.get(passed.size() - 1);
            return new Turn(
                    Optional.empty(), missed(open, Cause.DOWN), closed.or(() -> windows.refusal(cell.region(), last)));
        }
        Instant tick = open.get(open.size() - 1);
        List<MissedTicks> missed = new ArrayList<>(missed(open.subList(0, open.size() - 1), Cause.DOWN));
        if (tick.plus(PUNCTUAL).isBefore(now)) {
            missed.add(MissedTicks.of(cell, Cause.LATE, tick));
        }
        return new Turn(Optional.of(tick), missed, Optional.empty());
    }

    /** Where it stands when everything that came until now is done with and there was nothing to run. */
    public Standing passed(Standing standing, Turn turn, Instant now) {
        return new Standing(schedule.next(now), standing.untold()).and(turn.missed());
    }

    /**
     * Where it stands when the run of a tick has ended. The ticks that came meanwhile are missed: the run that just ended
     * looked at the cell later than they would have begun to.
     *
     * @param reported whether the run had a report, which then told what was untold when it began
     */
    public Standing ran(Standing before, Turn turn, boolean reported, Instant ended) {
        Instant tick = turn.tick().orElseThrow();
        Instant until = ended.isBefore(tick) ? tick : ended;
        List<Instant> meanwhile =
                ticks(tick.plusNanos(1), until).stream().filter(this::isOpen).toList();
        Standing after = Standing.at(schedule.next(until));
        return (reported ? after : after.and(before.untold()).and(turn.missed())).and(missed(meanwhile, Cause.BUSY));
    }

    /**
     * The ticks that passed unnoticed since the cell was last checked, as whoever is not told of ticks finds out afterwards: all
     * but the last, which is taken for what is run now, and the last as well if it is long past.
     */
    public List<MissedTicks> unnoticed(Instant lastCheck, Instant now) {
        List<Instant> open =
                ticks(lastCheck.plusNanos(1), now).stream().filter(this::isOpen).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        Instant last = open.get(open.size() - 1);
        List<MissedTicks> missed = new ArrayList<>(missed(open.subList(0, open.size() - 1), Cause.UNRECORDED));
        if (last.plus(allowance(last)).isBefore(now)) {
            missed.add(MissedTicks.of(cell, Cause.LATE, last));
        }
        return missed;
    }

    /** Whoever runs it elsewhere has a sixth of the time until the next tick to begin, at most an hour. */
    private Duration allowance(Instant tick) {
        Duration share = Duration.between(tick, schedule.next(tick)).dividedBy(6);
        return share.compareTo(Duration.ofHours(1)) < 0 ? share : Duration.ofHours(1);
    }

    private List<MissedTicks> missed(List<Instant> ticks, Cause cause) {
        return ticks.isEmpty()
                ? List.of()
                : List.of(new MissedTicks(cell, cause, ticks.size(), ticks.get(0), ticks.get(ticks.size() - 1)));
    }

    private boolean isOpen(Instant tick) {
        return windows.refusal(cell.region(), tick).isEmpty();
    }

    private List<Instant> ticks(Instant from, Instant until) {
        Instant earliest = until.minus(LONGEST);
        return schedule.ticks(from.isBefore(earliest) ? earliest : from, until);
    }
}
