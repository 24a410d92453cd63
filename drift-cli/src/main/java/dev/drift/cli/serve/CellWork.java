package dev.drift.cli.serve;

import static java.util.Objects.requireNonNull;

import dev.drift.timetable.MissedTicks;
import java.time.Instant;
import java.util.List;

/** What there is to do for one cell when it is its turn. */
public interface CellWork {

    /**
     * Looks at the cell and reports, with the missed ticks that no report has told yet. Interrupting the calling thread cancels.
     *
     * @throws RuntimeException if there is no report
     */
    Done run(Instant tick, List<MissedTicks> untold);

    /** The cell is not looked at because a maintenance window is closed. */
    void closed(String reason);

    /**
     * What came of it.
     *
     * @param cancelled whether it was cut short, so that it has to be done again
     * @param words the same for a reader, in one line
     */
    record Done(boolean cancelled, String words) {
        public Done {
            requireNonNull(words, "words is null");
        }
    }
}
