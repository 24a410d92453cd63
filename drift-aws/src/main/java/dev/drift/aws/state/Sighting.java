package dev.drift.aws.state;

import java.util.Optional;

/**
 * A state as it was at one moment.
 *
 * @param facts its facts; empty if there was none
 */
record Sighting(StatePlace place, Optional<StateFacts> facts) {

    boolean hasRevision(Optional<String> revision) {
        return facts.map(StateFacts::revision).equals(revision);
    }

    /** Whether both are the same state, byte for byte; it may have been written again all the same. */
    boolean isSameAs(Sighting other) {
        return facts.map(StateFacts::digest).equals(other.facts.map(StateFacts::digest));
    }

    /** How a reader tells it from another. */
    String spoken() {
        return facts.map(seen -> "serial " + seen.version().serial()).orElse("no state");
    }
}
