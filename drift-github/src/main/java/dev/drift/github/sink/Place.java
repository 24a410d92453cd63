package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.sink.SinkException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A place on GitHub that takes one thing after the other. What the token may not do is said with the permission that would let
 * it.
 */
final class Place {

    private final String name;
    private final String permission;
    private final Lock turn = new ReentrantLock();

    Place(String name, String permission) {
        this.name = requireNonNull(name, "name is null");
        this.permission = requireNonNull(permission, "permission is null");
    }

    /** Writes there. */
    @FunctionalInterface
    interface Writing {
        void write() throws GitHubException;
    }

    String name() {
        return name;
    }

    void take(Writing writing) throws SinkException {
        turn.lock();
        try {
            writing.write();
        } catch (GitHubException failed) {
            boolean forbidden = failed.fault() == GitHubFault.FORBIDDEN || failed.fault() == GitHubFault.NOT_FOUND;
            throw new SinkException(
                    failed.reason() + (forbidden ? "; the job needs the permission " + permission : ""), failed);
        } finally {
            turn.unlock();
        }
    }
}
