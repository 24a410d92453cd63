package dev.drift.preview;

import java.util.Locale;

/** What became of one stack of a preview, each stack in exactly one of them. Declared from worst to best news. */
public enum PreviewResult {
    /** Planned, and an object that is there now would be deleted or replaced. */
    DESTRUCTIVE,
    /** Its code is not valid, so it was not planned. */
    INVALID,
    /** It could not be planned, or not as a whole. */
    UNKNOWN,
    /** Planned, and an apply would do something; no object would go. */
    CHANGED,
    /** Planned, and an apply would do nothing. */
    UNCHANGED;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
