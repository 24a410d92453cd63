package dev.drift.observation;

import java.util.Locale;

/** How far the look at a stack had come when it stopped (design 5.5). */
public enum ProbePhase {
    /** Finding or reading the state. */
    STATE,
    /** Preparing the stack's directory: backend, modules, providers. */
    INIT,
    /** Validating the code, which only a preview does. */
    VALIDATE,
    /** Planning. */
    PLAN,
    /** Turning the plan into JSON. */
    SHOW,
    /** Reading what a tool or the cloud handed over. */
    READ,
    /** Somebody holds the lock. */
    LOCK,
    /** The time for this stack was used up. */
    TIMEOUT,
    /** The run was cancelled before this stack was done. */
    CANCELLED;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
