package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Who is told of an environment, and where what is known of it must stay.
 *
 * @param residency where its facts must stay; empty for anywhere
 * @param alerts the names of the alert routes it is told to
 * @param audit the name of its audit trail
 * @param memory the name of the place where runs remember it; empty for wherever they run
 */
public record Duties(
        Optional<Residency> residency, List<String> alerts, Optional<String> audit, Optional<String> memory) {

    /** Nobody in particular, and anywhere. */
    public static final Duties NONE = new Duties(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public Duties {
        requireNonNull(residency, "residency is null");
        alerts = List.copyOf(alerts);
        requireNonNull(audit, "audit is null");
        requireNonNull(memory, "memory is null");
    }

    /** Of an environment that is remembered wherever runs take place. */
    public Duties(Optional<Residency> residency, List<String> alerts, Optional<String> audit) {
        this(residency, alerts, audit, Optional.empty());
    }
}
