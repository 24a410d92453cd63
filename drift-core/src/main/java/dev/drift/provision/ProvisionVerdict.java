package dev.drift.provision;

import java.util.Locale;

/** What a provisioning says as a whole. */
public enum ProvisionVerdict {
    /** Every stack is as its code says, and was found in sync where it was applied. */
    DONE,
    /** A stack was refused or not done, or after its apply was not found in sync. */
    INCOMPLETE,
    /** A stack could not be planned, or not be applied as a whole. */
    FAILED;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
