package dev.drift;

import dev.drift.detection.StackCheck;
import dev.drift.estate.EstateDefinition;
import dev.drift.history.DriftHistory;
import dev.drift.history.HistoryException;
import dev.drift.history.ReportHistory;
import dev.drift.report.StackReport;
import dev.drift.sink.Delivery;
import java.time.Instant;
import java.util.Optional;

/** Remembers the checks of one run. A history that fails costs the report its first moments and nothing else. */
final class Remembering {

    private final DriftHistory history;
    private final EstateDefinition estate;
    private final Instant at;
    private Optional<Delivery> failure = Optional.empty();

    Remembering(ReportHistory history, EstateDefinition estate, Instant at) {
        this.history = new DriftHistory(history);
        this.estate = estate;
        this.at = at;
    }

    StackReport report(StackCheck check) {
        try {
            return new StackReport(check, history.follow(check, at), estate.cellOf(check.stack()));
        } catch (HistoryException refused) {
            failure = Optional.of(new Delivery.Undelivered("history", String.valueOf(refused.getMessage())));
            return new StackReport(check, Optional.empty(), estate.cellOf(check.stack()));
        } catch (RuntimeException broken) {
            failure = Optional.of(new Delivery.Undelivered(
                    "history", "the history broke: " + broken.getClass().getName()));
            return new StackReport(check, Optional.empty(), estate.cellOf(check.stack()));
        }
    }

    /** The last failure, if there was one. */
    Optional<Delivery> failure() {
        return failure;
    }
}
