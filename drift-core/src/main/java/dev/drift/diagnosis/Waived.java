package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By which waiver something is left alone, until when and why.
 *
 * @param waiver what the waiver names, as it is written: {@code Environment:prod aws_ecs_service.web desired_count}
 * @param until its last day, in UTC
 * @param reason why, in the words of whoever gave it
 * @param by who gave it, if that is said
 */
public record Waived(String waiver, LocalDate until, String reason, Optional<String> by) {
    public Waived {
        requireNonNull(waiver, "waiver is null");
        requireNonNull(until, "until is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(by, "by is null");
    }

    /** {@code waived until 2026-12-31: capacity test, by anna}. The words after the date are those of a stranger. */
    @Override
    public String toString() {
        return "waived until " + until + ": " + reason
                + by.map(who -> ", by " + who).orElse("");
    }
}
