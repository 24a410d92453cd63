package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * One way on which somebody is told.
 *
 * @param name what it is called, for messages and for what it remembers
 * @param filter what it wants to hear
 * @param reminder after how long it is told again of what did not change
 */
public record AlertRoute(String name, AlertFilter filter, Duration reminder) {

    /** After how long a route is told again if nobody says. */
    public static final Duration USUAL_REMINDER = Duration.ofHours(24);

    public AlertRoute {
        requireNonNull(name, "name is null");
        requireNonNull(filter, "filter is null");
        requireNonNull(reminder, "reminder is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A route has a name");
        }
        if (reminder.isNegative() || reminder.isZero()) {
            throw new IllegalArgumentException("A reminder comes after some time: " + reminder.toSeconds() + "s");
        }
    }
}
