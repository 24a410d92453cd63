package dev.drift.provision;

import java.util.Locale;

/** The outcome of a stack in one word. */
public enum ProvisionStatus {
    /** Its plan was applied as a whole. */
    APPLIED,
    /** There was nothing to apply. */
    UNCHANGED,
    /** Policy forbids its plan. */
    REFUSED,
    /** It could not be planned, or not be applied as a whole. */
    FAILED,
    /** It waited for another that is not done, or the run was stopped. */
    NOT_DONE;

    /** Whether the stack is as its code says, so that those behind it may go on. */
    public boolean isDone() {
        return this == APPLIED || this == UNCHANGED;
    }

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
