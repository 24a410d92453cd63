package dev.drift.diagnosis;

import java.util.Locale;

/** What a moved field means (design 5.2). */
public enum FieldClass {
    /** The plan would take the live value back: drift. */
    REVERTED,
    /** The code tells to leave the field alone. */
    IGNORED,
    /** The code declares another value and yet plans nothing, so somebody told it to leave the field alone. */
    IGNORED_BY_INFERENCE,
    /** Live already is what the code says; only the state is stale. */
    CONVERGED,
    /** Only the provider can set the field. */
    COMPUTED,
    /** The code does not declare the field, or what it declares cannot be evaluated. */
    UNDECLARED,
    /** Moved, and the code was not looked at. */
    MOVED,
    /** The object is gone from the live account. */
    GONE,
    /** Not drift at all: the code asks for it. */
    PLANNED;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
