package dev.drift;

import dev.drift.observation.EnvironmentSource;

/** Ends what a run needed. */
final class Closing {

    private Closing() {}

    /** The checks are done; a source that cannot end takes nothing back of what was seen. */
    static void quietly(EnvironmentSource environments) {
        try {
            environments.close();
        } catch (RuntimeException broken) {
            // There is nothing left to be done about it.
        }
    }
}
