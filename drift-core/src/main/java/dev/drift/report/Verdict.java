package dev.drift.report;

import java.util.Locale;

/** What a run says as a whole: unknown if any stack is unknown, else drifted if any is, else in sync (design 2). */
public enum Verdict {
    IN_SYNC,
    DRIFTED,
    UNKNOWN;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
