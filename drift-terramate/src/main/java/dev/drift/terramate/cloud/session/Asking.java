package dev.drift.terramate.cloud.session;

import dev.drift.terramate.cloud.wire.CloudException;

/**
 * Something that has to be asked for, which takes time and can fail. It is asked for in the background.
 *
 * @param <T> what is asked for
 */
@FunctionalInterface
public interface Asking<T> {

    /**
     * Asks and waits for the answer.
     *
     * @throws CloudException if there is none
     */
    T ask() throws CloudException;
}
