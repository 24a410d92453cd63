package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A span of time, again and again, in which stacks are looked at or are not. It opens when its schedule ticks and is open for
 * as long as its length, counted in real time: over midnight, and over a change of the clock as well. A window whose opening
 * the clock skips opens when the clock has skipped it.
 *
 * @param kind whether stacks are looked at in it
 * @param opens when it opens
 * @param length how long it stays open: a minute to 31 days
 * @param regions the regions it is for; empty for every region, and for stacks without one
 */
public record MaintenanceWindow(Kind kind, Schedule opens, Duration length, Set<Region> regions) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    /** What a window means. */
    public enum Kind {
        /** Stacks are looked at while a window of this kind is open, and at no other time. */
        ALLOW,
        /** Stacks are not looked at while it is open, whatever else allows it. */
        DENY
    }

    public MaintenanceWindow {
        requireNonNull(kind, "kind is null");
        requireNonNull(opens, "opens is null");
        requireNonNull(length, "length is null");
        regions = Set.copyOf(regions);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A window is open for a minute to 31 days: " + Freshness.words(length));
        }
    }

    /** Whether it says anything about a cell in the region, or in none. */
    public boolean concerns(Optional<Region> region) {
        return regions.isEmpty() || region.filter(regions::contains).isPresent();
    }

    /** Whether it is open at the moment; it is when it opens, and no longer when it closes. */
    public boolean isOpen(Instant at) {
        return at.isBefore(opens.opening(at).plus(length));
    }
}
