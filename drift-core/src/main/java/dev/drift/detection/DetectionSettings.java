package dev.drift.detection;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Parallelism;
import java.time.Duration;

/**
 * How stacks are looked at.
 *
 * @param parallelism how many side by side
 * @param timeout how long one stack may take, from the lease of its variables to the judgement
 * @param grace how long a probe that should have stopped is waited for before it is told to, and once more before it is left
 *     behind
 */
public record DetectionSettings(Parallelism parallelism, Duration timeout, Duration grace) {

    /** Five side by side, fifteen minutes each, ten seconds of grace. */
    public static final DetectionSettings DEFAULT =
            new DetectionSettings(new Parallelism(5), Duration.ofMinutes(15), Duration.ofSeconds(10));

    public DetectionSettings {
        requireNonNull(parallelism, "parallelism is null");
        requirePositive("Timeout", timeout);
        requirePositive("Grace", grace);
    }

    /** The same, with as many side by side. */
    public DetectionSettings with(Parallelism stacks) {
        return new DetectionSettings(stacks, timeout, grace);
    }

    /** The same, with as much time for each stack. */
    public DetectionSettings withTimeout(Duration limit) {
        return new DetectionSettings(parallelism, limit, grace);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(name + " must be positive and at most a year: " + duration);
        }
    }
}
