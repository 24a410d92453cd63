package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Somebody works on a state. Whoever can write beside a state can write all of this, so the texts are one short line each.
 *
 * @param id the identity of the lock; empty if it does not say
 * @param operation what the holder does, such as {@code OperationTypeApply}; empty if it does not say
 * @param who the holder, as {@code user@machine}; empty if it does not say
 * @param since when the lock was taken, if it says
 */
public record StateLock(String id, String operation, String who, Optional<Instant> since) {
    public StateLock {
        requireNonNull(id, "id is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(who, "who is null");
        requireNonNull(since, "since is null");
    }

    /** Who holds it, since when, and for what. */
    String spoken() {
        return "the state is locked by " + (who.isEmpty() ? "somebody" : who)
                + since.map(moment -> " since " + moment.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("")
                + (operation.isEmpty() ? "" : " (" + operation + ")");
    }
}
