package dev.drift.report;

import static java.util.Objects.requireNonNull;

import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Cell;
import dev.drift.stack.Stack;
import java.time.Instant;
import java.util.Optional;

/**
 * One checked stack as a report shows it.
 *
 * @param check the stack, its outcome and how it was looked at
 * @param driftedSince when its drift was first seen, if it is drifted and that is remembered
 * @param cell the cell it belongs to
 */
public record StackReport(StackCheck check, Optional<Instant> driftedSince, Cell cell) {
    public StackReport {
        requireNonNull(check, "check is null");
        requireNonNull(driftedSince, "driftedSince is null");
        requireNonNull(cell, "cell is null");
    }

    /** In the cell that its tags say. */
    public StackReport(StackCheck check, Optional<Instant> driftedSince) {
        this(check, driftedSince, Cell.of(check.stack()));
    }

    /** The stack. */
    public Stack stack() {
        return check.stack();
    }

    /** What came of it. */
    public StackOutcome outcome() {
        return check.outcome();
    }

    /** The outcome as the verdict of this stack alone. */
    public Verdict verdict() {
        return outcome().fold(inSync -> Verdict.IN_SYNC, drifted -> Verdict.DRIFTED, unknown -> Verdict.UNKNOWN);
    }

    /** The worst severity of its drift; empty if there is none. */
    public Optional<Severity> severity() {
        return outcome().findings().drift().stream()
                .map(ResourceFinding::severity)
                .reduce(Severity::or);
    }

    /** The mark of its drift; empty if there is none. */
    public Optional<Fingerprint> fingerprint() {
        return Fingerprint.of(outcome().findings().drift());
    }
}
