package dev.drift.cli.estate;

import java.util.Locale;

/** What looks at stacks (design 6). */
public enum Engine {
    /** The objects are read where nothing else can have changed since the last full plan; all else is planned. */
    AUTO,
    /** The objects are read wherever the code says by literals how; all else, and whatever moved, is planned. */
    LIVE,
    /** Every stack is planned. */
    PLAN;

    /** As drift.yaml writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
