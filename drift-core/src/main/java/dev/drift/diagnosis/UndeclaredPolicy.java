package dev.drift.diagnosis;

import java.util.Locale;

/** Which moved fields count as drift although the code says nothing about them, or nothing that can be evaluated. */
public enum UndeclaredPolicy {
    /** Those that matter to security; the others are noted. */
    SECURITY,
    /** All of them. */
    ALL,
    /** None: all are noted. */
    NONE;

    /** The word for it in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
