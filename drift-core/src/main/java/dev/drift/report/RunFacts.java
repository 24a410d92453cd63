package dev.drift.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

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
    public RunFacts {
        requireNonNull(id, "id is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(finishedAt, "finishedAt is null");
        requireNonNull(selector, "selector is null");
        origin = Map.copyOf(origin);
        requireNonNull(version, "version is null");
        if (finishedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("A run ends after it starts: " + startedAt + ", " + finishedAt);
        }
    }
}
