package dev.drift.diagnosis;

import java.util.Locale;

/** How bad a difference is, by what it does (design 5.7). Declared from harmless to worst; compare by order. */
public enum Severity {
    /** Labels and descriptions. */
    LOW,
    /** Behaviour, size and cost. */
    MEDIUM,
    /** Security-relevant, or availability at risk. */
    HIGH,
    /** Opens the network to the world, widens identity, removes encryption or logging, or deletes. */
    CRITICAL;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of the two. */
    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
