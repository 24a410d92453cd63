package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a process is replaced or given up. Providers grow slowly, and nobody tests them for days.
 *
 * @param reads after how many reads it is replaced
 * @param life after how long it is replaced
 * @param spares more processes than these are ended when they are unused; those that are used are as many as it takes
 * @param pause after how long without a call a process is unused
 * @param clock nanoseconds from any beginning
 */
record Retirement(int reads, Duration life, int spares, Duration pause, LongSupplier clock) {

    Retirement {
        requireNonNull(life, "life is null");
        requireNonNull(pause, "pause is null");
        requireNonNull(clock, "clock is null");
    }

    static Retirement standard() {
        return new Retirement(10_000, Duration.ofHours(6), 6, Duration.ofSeconds(10), System::nanoTime);
    }

    long now() {
        return clock.getAsLong();
    }

    /** Whether a process that read so often since then is to be replaced. */
    boolean isDue(int readings, long started) {
        return readings >= reads || isPast(life, started);
    }

    /** Whether a process without a call since then is unused. */
    boolean isUnused(long since) {
        return isPast(pause, since);
    }

    /** Whether more than that time has gone by. */
    boolean isPast(Duration time, long since) {
        return now() - since > time.toNanos();
    }
}
