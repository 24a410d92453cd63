package dev.drift.history;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.stack.StackPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of the last check of a stack.
 *
 * @param stack which stack
 * @param checkedAt when the check ended
 * @param fingerprint the drift it found; empty if there was none
 * @param driftedSince when drift was first seen without a clean check since; empty if there is none
 */
public record LastCheck(
        StackPath stack, Instant checkedAt, Optional<Fingerprint> fingerprint, Optional<Instant> driftedSince) {

    /** No run lasts so long that what it remembers at its end is older than this. */
    private static final Duration LATEST_TOLD = Duration.ofDays(2);

    public LastCheck {
        requireNonNull(stack, "stack is null");
        requireNonNull(checkedAt, "checkedAt is null");
        requireNonNull(fingerprint, "fingerprint is null");
        requireNonNull(driftedSince, "driftedSince is null");
        if (fingerprint.isPresent() != driftedSince.isPresent()) {
            throw new IllegalArgumentException("A drifted stack, and no other, has a fingerprint and a first moment");
        }
    }

    /**
     * What to remember when another check of the stack is told: the one that ended later; the other where they ended at once. A
     * check is told when it is made, so one that claims to be of days later was dated by a wrong clock, and gives way.
     */
    LastCheck or(LastCheck told) {
        Duration ahead = Duration.between(told.checkedAt(), checkedAt);
        return ahead.isNegative() || ahead.isZero() || ahead.compareTo(LATEST_TOLD) > 0 ? told : this;
    }
}
