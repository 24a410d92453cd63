package dev.drift.terramate.cloud.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Bounds of the background work.
 *
 * @param workers how many requests are on their way at once
 * @param flushing how long a line waits for others before it is sent
 * @param waitingLines how many lines of one stack may wait to be sent; more are left out
 * @param waitingPlans how many characters of plans may wait to be sent, all stacks together; more are left out
 * @param closing how long the end of a run waits for what is not sent yet
 */
public record SessionSettings(int workers, Duration flushing, int waitingLines, long waitingPlans, Duration closing) {

    public SessionSettings {
        requireNonNull(flushing, "flushing is null");
        requireNonNull(closing, "closing is null");
        if (workers < 1 || waitingLines < 1 || waitingPlans < 0 || flushing.isZero() || flushing.isNegative()) {
            throw new IllegalArgumentException("Sessions need workers, lines and time");
        }
    }

    /** Bounds that a large estate does not notice. */
    public static SessionSettings standard() {
        return new SessionSettings(6, Duration.ofSeconds(4), 4096, 64_000_000, Duration.ofSeconds(30));
    }
}
