package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.report.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What a route last heard of the trouble of a stack.
 *
 * @param cell where the stack was; empty if that was not remembered yet
 * @param verdict drifted or unknown
 * @param severity the severity of the drift that was told last; empty if none was
 * @param fingerprint the mark of that drift
 * @param toldAt when it was told
 */
public record LastAlert(
        Optional<Cell> cell,
        Verdict verdict,
        Optional<Severity> severity,
        Optional<Fingerprint> fingerprint,
        Instant toldAt) {
    public LastAlert {
        requireNonNull(cell, "cell is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(fingerprint, "fingerprint is null");
        requireNonNull(toldAt, "toldAt is null");
    }

    /** Whether it is known to have been somewhere else. */
    boolean isOutside(Cell now) {
        return cell.filter(then -> !then.equals(now)).isPresent();
    }
}
