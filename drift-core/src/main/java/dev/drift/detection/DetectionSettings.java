package dev.drift.detection;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import java.time.Duration;

/**
 * How stacks are looked at.
 *
 * @param parallelism how many side by side, over all cells
 * @param timeout how long one stack may take, from the lease of its variables to the judgement
 * @param grace how long a probe that should have stopped is waited for before it is told to, and once more before it is left
 *     behind
 * @param sample how many stacks, taken at random, are looked at a second time with what lies below their lease, to see that the
 *     lease changes nothing
 * @param estate which cell each stack is in, and how many side by side and how much time each cell has of its own
 */
public record DetectionSettings(
        Parallelism parallelism, Duration timeout, Duration grace, int sample, EstateDefinition estate) {

    /** Five side by side, fifteen minutes each, ten seconds of grace, no sample. */
    public static final DetectionSettings DEFAULT =
            new DetectionSettings(new Parallelism(5), Duration.ofMinutes(15), Duration.ofSeconds(10));

    public DetectionSettings {
        if (sample < 0) {
            throw new IllegalArgumentException("A sample cannot be less than none: " + sample);
        }
        requireNonNull(parallelism, "parallelism is null");
        requireNonNull(estate, "estate is null");
        requirePositive("Timeout", timeout);
        requirePositive("Grace", grace);
    }

    /** Without a sample, the estate being divided by its tags. */
    public DetectionSettings(Parallelism parallelism, Duration timeout, Duration grace) {
        this(parallelism, timeout, grace, 0, EstateDefinition.UNDEFINED);
    }

    /** The same, with as many side by side. */
    public DetectionSettings with(Parallelism stacks) {
        return new DetectionSettings(stacks, timeout, grace, sample, estate);
    }

    /** The same, with as much time for each stack. */
    public DetectionSettings withTimeout(Duration limit) {
        return new DetectionSettings(parallelism, limit, grace, sample, estate);
    }

    /** The same, with as many stacks looked at a second time. */
    public DetectionSettings withSample(int stacks) {
        return new DetectionSettings(parallelism, timeout, grace, stacks, estate);
    }

    /** The same, divided so. */
    public DetectionSettings within(EstateDefinition divided) {
        return new DetectionSettings(parallelism, timeout, grace, sample, divided);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(name + " must be positive and at most a year: " + duration);
        }
    }
}
