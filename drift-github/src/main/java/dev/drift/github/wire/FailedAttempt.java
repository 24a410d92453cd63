package dev.drift.github.wire;

import java.time.Duration;
import java.util.Optional;

/** One attempt came to nothing, with what decides on another one. */
final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1L;

    private final GitHubException told;
    private final boolean repeatable;
    private final transient Optional<Duration> pause;

    private FailedAttempt(GitHubException told, boolean repeatable, Optional<Duration> pause) {
        super(told);
        this.told = told;
        this.repeatable = repeatable;
        this.pause = pause;
    }

    /** The next attempt would end in the same way, or could make something twice. */
    static FailedAttempt forGood(GitHubException told) {
        return new FailedAttempt(told, false, Optional.empty());
    }

    /** Another attempt may succeed and does no harm, after the pause if one is asked for. */
    static FailedAttempt passing(GitHubException told, Optional<Duration> pause) {
        return new FailedAttempt(told, true, pause);
    }

    GitHubException told() {
        return told;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    Optional<Duration> pause() {
        return pause;
    }
}
