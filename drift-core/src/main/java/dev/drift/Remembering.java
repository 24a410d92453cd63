package dev.drift;

import dev.drift.detection.StackCheck;
import dev.drift.history.DriftHistory;
import dev.drift.history.ReportHistory;
import dev.drift.report.StackReport;
import dev.drift.sink.Delivery;
import java.time.Instant;
import java.util.Optional;

/** Remembers the checks of one run. A history that fails costs the report its first moments and nothing else. */
final class Remembering {

    private final DriftHistory history;
    private final Instant at;
    private Optional<Delivery> failure = Optional.empty();

    Remembering(ReportHistory history, Instant at) {
        this.history = new DriftHistory(history);
        this.at = at;
    }

    StackReport report(StackCheck check) {
        try {
            return new StackReport(check, history.follow(check, at));
        } catch (RuntimeException broken) {
            failure = Optional.of(new Delivery.Undelivered(
                    "history", "the history broke: " + broken.getClass().getName()));
            return new StackReport(check, Optional.empty());
        }
    }

    /** The last failure, if there was one. */
    Optional<Delivery> failure() {
        return failure;
    }
}
