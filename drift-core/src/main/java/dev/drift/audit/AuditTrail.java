package dev.drift.audit;

import dev.drift.estate.Residency;
import java.util.List;
import java.util.Optional;

/**
 * Keeps notes behind those kept before, and never changes one. Safe for use by several threads, and by several processes that
 * keep the same trail.
 */
public interface AuditTrail {

    /** The name of the place, for messages. Never blank, on one line and free of secrets. */
    String destination();

    /**
     * Keeps the notes in their order, behind each other and in one piece of the trail. When this returns they are there, also
     * if the machine stops.
     *
     * @return where the trail ends now
     * @throws AuditException if they cannot be kept, or if the trail does not end where it was last said to end; a part of the
     *     notes may be in the trail then, and whoever writes next records that
     */
    AuditHead append(List<AuditNote> notes) throws AuditException;

    /** Where it promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }

    /** Whether it lies anywhere but on this machine: what is bound to a residency then goes there only if it promises the same. */
    default boolean leavesTheMachine() {
        return true;
    }
}
