package dev.drift.terramate.cloud.drift;

import dev.drift.diagnosis.StackOutcome;
import java.util.Locale;

/** How Terramate Cloud calls what came of a drift run. */
public enum DriftStatus {
    /** Nothing drifted; the stack is in sync. */
    OK,
    /** The stack drifted. */
    DRIFTED,
    /** Nobody could tell: what this product calls unknown. */
    FAILED,
    /** The run is not over, as far as Terramate Cloud knows. */
    RUNNING,
    /** There was no run yet. */
    UNKNOWN,
    /** A word of a newer Terramate Cloud; only read, never written. */
    UNRECOGNIZED;

    /** The status for an outcome. Changes that are pending without drift do not make a stack drifted. */
    public static DriftStatus of(StackOutcome outcome) {
        return outcome.fold(inSync -> OK, drifted -> DRIFTED, unknown -> FAILED);
    }

    /** The status that a word of an answer means. */
    public static DriftStatus of(String word) {
        for (DriftStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return UNRECOGNIZED;
    }

    /** Whether a run can end with it. */
    public boolean isFinal() {
        return this == OK || this == DRIFTED || this == FAILED;
    }

    /** The word for it in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
