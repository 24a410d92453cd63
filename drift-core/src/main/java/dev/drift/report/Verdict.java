package dev.drift.report;

import java.util.Locale;

/** What a run says as a whole: unknown if any stack is unknown, else drifted if any is, else in sync (design 2). */
public enum Verdict {
    IN_SYNC(0),
    DRIFTED(2),
    UNKNOWN(3);

    private final int exitStatus;

    Verdict(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** What a process ends with that has nothing else to say (design 7). */
    public int exitStatus() {
        return exitStatus;
    }

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
