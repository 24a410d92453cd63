package dev.drift.terramate.cloud.wire;

import java.time.Duration;
import java.util.Optional;

/** One attempt came to nothing, with what decides on another one. */
final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1L;

    private final CloudException told;
    private final boolean repeatable;
    private final transient Optional<Duration> askedPause;

    private FailedAttempt(CloudException told, boolean repeatable, Optional<Duration> askedPause) {
        super(told);
        this.told = told;
        this.repeatable = repeatable;
        this.askedPause = askedPause;
    }

    /** The next attempt would end in the same way, or could do twice what is to be done once. */
    static FailedAttempt forGood(CloudException told) {
        return new FailedAttempt(told, false, Optional.empty());
    }

    /** Another attempt may succeed and does no harm. */
    static FailedAttempt passing(CloudException told, Optional<Duration> askedPause) {
        return new FailedAttempt(told, true, askedPause);
    }

    CloudException told() {
        return told;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /** How long the other side asks to be left alone. */
    Optional<Duration> askedPause() {
        return askedPause;
    }
}
