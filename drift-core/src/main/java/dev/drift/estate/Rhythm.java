package dev.drift.estate;

import static java.util.Objects.requireNonNull;

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
}
