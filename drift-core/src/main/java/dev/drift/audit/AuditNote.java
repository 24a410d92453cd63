package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import java.time.Instant;
import java.util.Optional;

/**
 * What a trail is to keep.
 *
 * @param run the id of the run it belongs to; empty if it belongs to none
 * @param at when it happened
 * @param cell the cell it happened in; empty if it concerns the run as a whole
 * @param event what happened
 */
public record AuditNote(String run, Instant at, Optional<Cell> cell, AuditEvent event) {
    public AuditNote {
        requireNonNull(run, "run is null");
        requireNonNull(at, "at is null");
        requireNonNull(cell, "cell is null");
        requireNonNull(event, "event is null");
    }
}
