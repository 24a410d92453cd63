package dev.drift.history;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.stack.StackPath;
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
    public LastCheck {
        requireNonNull(stack, "stack is null");
        requireNonNull(checkedAt, "checkedAt is null");
        requireNonNull(fingerprint, "fingerprint is null");
        requireNonNull(driftedSince, "driftedSince is null");
        if (fingerprint.isPresent() != driftedSince.isPresent()) {
            throw new IllegalArgumentException("A drifted stack, and no other, has a fingerprint and a first moment");
        }
    }

    /** Of two checks of one stack the one that ended later; the other where they ended at once. */
    LastCheck newer(LastCheck other) {
        return other.checkedAt().isBefore(checkedAt) ? this : other;
    }
}
