package dev.drift.history;

import static java.util.Objects.requireNonNull;

import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows the drift of stacks from check to check: it lasts from the check that first saw it, whatever becomes of it, until a
 * check finds the stack in sync. An unknown outcome neither ends nor starts it.
 */
public record DriftHistory(ReportHistory reports) {

    public DriftHistory {
        requireNonNull(reports, "reports is null");
    }

    /**
     * Remembers a check that ended at the moment.
     *
     * @return since when the stack drifts; empty if it does not, or if that is unknown
     */
    public Optional<Instant> follow(StackCheck check, Instant at) {
        StackPath stack = check.stack().path();
        return check.outcome()
                .fold(
                        inSync -> remembered(new LastCheck(stack, at, Optional.empty(), Optional.empty())),
                        drifted -> remembered(new LastCheck(
                                stack,
                                at,
                                Fingerprint.of(drifted.findings().drift()),
                                Optional.of(firstSeen(stack, at)))),
                        unknown -> Optional.empty());
    }

    private Instant firstSeen(StackPath stack, Instant at) {
        return reports.last(stack)
                .flatMap(LastCheck::driftedSince)
                .filter(before -> before.isBefore(at))
                .orElse(at);
    }

    private Optional<Instant> remembered(LastCheck check) {
        reports.remember(check);
        return check.driftedSince();
    }
}
