package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place that facts of an environment go to.
 *
 * @param kind what kind of place
 * @param name what environments call it
 * @param residency where it keeps what it is told; empty if it promises nothing
 */
public record Destination(Kind kind, String name, Optional<Residency> residency) {

    /** A kind of place. */
    public enum Kind {
        /** Somebody is told what changed. */
        ALERTS,
        /** What happened is kept. */
        AUDIT,
        /** Runs remember there what they saw and told. */
        MEMORY,
        /** Reports and sessions go there; the name is what the names of its sinks begin with, such as {@code GitHub}. */
        SINK
    }

    public Destination {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(residency, "residency is null");
    }
}
