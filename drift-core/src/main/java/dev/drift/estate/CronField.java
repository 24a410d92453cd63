package dev.drift.estate;

import java.util.stream.IntStream;

/**
 * What one field of a cron expression allows.
 *
 * @param allowed one bit for each value
 * @param isAny whether it is written as {@code *}, which restricts nothing
 * @param isEvery whether it allows every value there is
 */
record CronField(long allowed, boolean isAny, boolean isEvery) {

    boolean contains(int value) {
        return (allowed & (1L << value)) != 0;
    }

    IntStream values() {
        return IntStream.range(0, Long.SIZE).filter(this::contains);
    }
}
