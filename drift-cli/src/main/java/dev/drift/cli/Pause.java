package dev.drift.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Lets work rest after it was done: a minute, and as much longer as keeps it from taking more than a twentieth of the time. For one thread.
 */
final class Pause {

    /** The shortest. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final int TIMES = 20;

    private final Clock clock;
    private Instant since;
    private Duration length = Duration.ZERO;

    Pause(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Whether the work may be done again. A clock that was set back ends it. */
    boolean isOver() {
        Duration passed = Duration.between(since, clock.instant());
        return passed.isNegative() || passed.compareTo(length) >= 0;
    }

    /** Does the work; the pause begins when it ends, in whatever way. */
    <T> T after(Supplier<T> work) {
        Instant begun = clock.instant();
        try {
            return work.get();
        } finally {
            since = clock.instant();
            Duration taken = Duration.between(begun, since).multipliedBy(TIMES);
            length = taken.compareTo(SHORTEST) > 0 ? taken : SHORTEST;
        }
    }
}
