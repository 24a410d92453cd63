package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * When an environment is looked at.
 *
 * @param schedule when it is due; empty if somebody else says when
 * @param freshness how old its checks may become; empty if nothing is promised
 * @param windows when it may be looked at
 */
public record Rhythm(Optional<Schedule> schedule, Optional<Freshness> freshness, MaintenanceWindows windows) {

    /** On demand only, whenever somebody wants, with nothing promised. */
    public static final Rhythm ON_DEMAND = new Rhythm(Optional.empty(), Optional.empty(), MaintenanceWindows.NONE);

    public Rhythm {
        requireNonNull(schedule, "schedule is null");
        requireNonNull(freshness, "freshness is null");
        requireNonNull(windows, "windows is null");
    }

    /**
     * What is usual for the environment: every six hours for prod, twice a day for qa, three times a week for dev, else once a
     * day, each with a freshness to match and without windows.
     */
    public static Rhythm usual(Environment environment) {
        return switch (environment.name()) {
            case "prod" -> of("0 */6 * * *", 6);
            case "qa" -> of("0 2,14 * * *", 12);
            case "dev" -> of("0 2 * * 1,3,5", 72);
            default -> of("0 3 * * *", 24);
        };
    }

    private static Rhythm of(String schedule, int hours) {
        return new Rhythm(
                Optional.of(Schedule.parse(schedule)),
                Optional.of(new Freshness(Duration.ofHours(hours))),
                MaintenanceWindows.NONE);
    }
}
