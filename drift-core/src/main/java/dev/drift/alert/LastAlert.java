package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.Severity;
import dev.drift.report.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What a route last heard of the trouble of a stack.
 *
 * @param verdict drifted or unknown
 * @param severity the severity of the drift that was told last; empty if none was
 * @param fingerprint the mark of that drift
 * @param toldAt when it was told
 */
public record LastAlert(
        Verdict verdict, Optional<Severity> severity, Optional<Fingerprint> fingerprint, Instant toldAt) {
    public LastAlert {
        requireNonNull(verdict, "verdict is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(fingerprint, "fingerprint is null");
        requireNonNull(toldAt, "toldAt is null");
    }
}
