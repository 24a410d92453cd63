package dev.drift.terramate.cloud.deployment;

import java.util.Locale;

/** How the deployment of a stack stands. */
public enum DeploymentStatus {
    /** It was applied. */
    OK,
    /** It is going to be applied. */
    PENDING,
    /** It is being applied. */
    RUNNING,
    /** It could not be applied as a whole. */
    FAILED,
    /** It was not applied after all. */
    CANCELED;

    /** Whether a deployment can end with it. */
    public boolean isFinal() {
        return this != PENDING && this != RUNNING;
    }

    /** The word for it in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
