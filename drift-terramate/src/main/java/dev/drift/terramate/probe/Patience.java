package dev.drift.terramate.probe;

import java.time.Duration;

/**
 * How long tools are waited for that were asked to stop, before they are killed.
 *
 * @param planning while one plans: it stops reading and gives the lock of the state back
 * @param applying while one applies: it ends what it began with an object, writes the state and gives the lock back
 */
public record Patience(Duration planning, Duration applying) {

    /** Half a minute for a plan; half an hour for an apply, which some objects take to be made or to go. */
    public static final Patience STANDARD = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(30));

    public Patience {
        if (planning.isNegative() || applying.isNegative()) {
            throw new IllegalArgumentException("Patience is not negative: " + planning + ", " + applying);
        }
    }
}
