package dev.drift.terramate.cloud.preview;

import java.util.Locale;

/** How the preview of a stack stands. */
public enum PreviewStatus {
    /** The change reaches the stack, but nobody is going to plan it. */
    AFFECTED,
    /** It is going to be planned. */
    PENDING,
    /** It is being planned. */
    RUNNING,
    /** The plan changes nothing. */
    UNCHANGED,
    /** The plan changes something. */
    CHANGED,
    /** It was not planned after all. */
    CANCELED,
    /** It could not be planned. */
    FAILED;

    /** Whether a preview can begin with it. */
    public boolean isFirst() {
        return this == AFFECTED || this == PENDING;
    }

    /** The word for it in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
