package dev.drift;

import dev.drift.detection.StackCheck;
import dev.drift.estate.Cell;
import dev.drift.history.DriftHistory;
import dev.drift.history.HistoryException;
import dev.drift.history.ReportHistory;
import dev.drift.report.StackReport;
import dev.drift.sink.Delivery;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of remembering a run. A history that fails costs the report its first moments and nothing else.
 *
 * @param driftedSince since when those stacks drift of which it is known
 * @param failure that it failed, if it did
 */
record Remembering(Map<StackPath, Instant> driftedSince, Optional<Delivery> failure) {

    /** Remembers checks that ended at the moment. */
    static Remembering of(List<StackCheck> checks, Instant at, ReportHistory history) {
        try {
            return new Remembering(new DriftHistory(history).follow(checks, at), Optional.empty());
        } catch (HistoryException refused) {
            return failed(String.valueOf(refused.getMessage()));
        } catch (RuntimeException broken) {
            return failed("the history broke: " + broken.getClass().getName());
        }
    }

    private static Remembering failed(String reason) {
        return new Remembering(Map.of(), Optional.of(new Delivery.Undelivered("history", reason)));
    }

    StackReport report(StackCheck check, Cell cell) {
        return new StackReport(
                check, Optional.ofNullable(driftedSince.get(check.stack().path())), cell);
    }
}
