package dev.drift.observation;

import java.util.Locale;

/** What happens, or happened, to an object. */
public enum ChangeAction {
    NO_OP,
    CREATE,
    READ,
    UPDATE,
    REPLACE,
    DELETE,
    FORGET;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
