package dev.drift.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which run this was.
 *
 * @param id unique among runs
 * @param startedAt when it started
 * @param finishedAt when it ended, not before it started
 * @param selector the selector as it was asked for; empty for everything
 * @param origin where it ran: {@code repository}, {@code commit}, {@code environment}, {@code region}, as far as known
 * @param version the version of Drift that ran it
 */
public record RunFacts(
        String id, Instant startedAt, Instant finishedAt, String selector, Map<String, String> origin, String version) {

    /** How the selector of a share ends. */
    static final Pattern SHARE = Pattern.compile("(?:(.*) )?share (\\d+/\\d+)");

    /** What may be said of the origin. */
    public static final Set<String> ORIGINS = Set.of("repository", "commit", "environment", "region");

    public RunFacts {
        requireNonNull(id, "id is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(finishedAt, "finishedAt is null");
        requireNonNull(selector, "selector is null");
        origin = origin(origin);
        requireNonNull(version, "version is null");
        if (finishedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("A run ends after it starts: " + startedAt + ", " + finishedAt);
        }
    }

    /** The origin itself, refused if it says anything else than {@link #ORIGINS}. */
    public static Map<String, String> origin(Map<String, String> parts) {
        if (!ORIGINS.containsAll(parts.keySet())) {
            throw new IllegalArgumentException(
                    "A run's origin is told by " + new TreeSet<>(ORIGINS) + " only: " + parts.keySet());
        }
        return Map.copyOf(parts);
    }

    /** Whether it was one of several shares, and names no stack of the others. */
    public boolean isShare() {
        return SHARE.matcher(selector).matches();
    }

    /** One part of where it ran, such as {@code commit}, if known. */
    public Optional<String> from(String part) {
        return Optional.ofNullable(origin.get(part));
    }
}
