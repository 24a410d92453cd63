package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How old the last complete check of a cell may become. A check that is due takes time to come and to be done, so a cell is
 * overdue only when a sixth of the objective, at most an hour, has passed on top of it: a cell that is due every six hours can
 * promise six hours.
 *
 * @param objective a minute to a year
 */
public record Freshness(Duration objective) {

    private static final Duration LONGEST_ALLOWANCE = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public Freshness {
        requireNonNull(objective, "objective is null");
        if (objective.compareTo(SHORTEST) < 0 || objective.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A freshness objective is a minute to a year: " + words(objective));
        }
    }

    /**
     * Whether a check is due that has not come. What was never checked completely is overdue, and so is what was checked further
     * ahead of now than clocks differ: one of them is wrong, and nobody knows when the check was.
     */
    public boolean isOverdue(Optional<Instant> lastCompleteCheck, Instant now) {
        return lastCompleteCheck
                .filter(then ->
                        !now.isAfter(then.plus(objective).plus(allowance())) && !then.isAfter(now.plus(allowance())))
                .isEmpty();
    }

    private Duration allowance() {
        Duration share = objective.dividedBy(6);
        return share.compareTo(LONGEST_ALLOWANCE) < 0 ? share : LONGEST_ALLOWANCE;
    }

    /** {@code 6h}, {@code 72h}, {@code 90m}. */
    @Override
    public String toString() {
        return words(objective);
    }

    /** A time as people write it: in hours if it is whole hours, else in minutes, else in seconds. */
    static String words(Duration time) {
        if (time.toSeconds() % 3600 == 0) {
            return time.toHours() + "h";
        }
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
