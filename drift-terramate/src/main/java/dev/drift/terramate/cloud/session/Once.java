package dev.drift.terramate.cloud.session;

import dev.drift.terramate.cloud.wire.CloudException;
import java.util.Optional;

/**
 * Asks for something the first time it is asked itself, and remembers the answer, also that there is none; whoever asks meanwhile
 * waits. Safe for use by several threads.
 *
 * @param <T> what is asked for
 */
final class Once<T> implements Asking<T> {

    private final Asking<T> asking;
    private Optional<T> answer = Optional.empty();
    private Optional<CloudException> failure = Optional.empty();

    Once(Asking<T> asking) {
        this.asking = asking;
    }

    @Override
    public synchronized T ask() throws CloudException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (answer.isEmpty()) {
            try {
                answer = Optional.of(asking.ask());
            } catch (CloudException failed) {
                failure = Optional.of(failed);
                throw failed;
            }
        }
        return answer.orElseThrow();
    }
}
