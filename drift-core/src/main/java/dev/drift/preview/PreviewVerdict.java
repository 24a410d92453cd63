package dev.drift.preview;

import java.util.Locale;

/** What a preview says as a whole; what would change is no part of it. */
public enum PreviewVerdict {
    /** Every changed stack was checked and planned; also where none changed. */
    DONE,
    /** The code of a stack is not valid or not formatted; everything else was planned. */
    FAILED,
    /** A stack could not be planned, or checked, for another reason, whatever else is true. */
    INCOMPLETE,
    /** No plan was made, on purpose. */
    REFUSED;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
