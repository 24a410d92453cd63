package dev.drift.timetable;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about a cell at a moment.
 *
 * @param tick the tick to run now; empty if there is none
 * @param missed the ticks that are found to be missed, the one that is run now among them if it is late
 * @param closed why ticks that came are not run: the maintenance window; empty if that kept none
 */
public record Turn(Optional<Instant> tick, List<MissedTicks> missed, Optional<String> closed) {

    /** Nothing came. */
    static final Turn NOTHING = new Turn(Optional.empty(), List.of(), Optional.empty());

    public Turn {
        requireNonNull(tick, "tick is null");
        missed = List.copyOf(missed);
        requireNonNull(closed, "closed is null");
    }
}
