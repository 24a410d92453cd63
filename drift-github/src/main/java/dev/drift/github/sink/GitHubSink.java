package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A place on GitHub that takes one report after the other. What the token may not do is said with the permission that would let
 * it.
 */
abstract sealed class GitHubSink implements ReportSink permits CheckRun, StickyComment, StackIssues {

    private final String destination;
    private final String permission;
    private final Lock turn = new ReentrantLock();

    GitHubSink(String destination, String permission) {
        this.destination = requireNonNull(destination, "destination is null");
        this.permission = requireNonNull(permission, "permission is null");
    }

    @Override
    public final String destination() {
        return destination;
    }

    @Override
    public final void deliver(DriftReport report) throws SinkException {
        turn.lock();
        try {
            write(report);
        } catch (GitHubException failed) {
            boolean forbidden = failed.fault() == GitHubFault.FORBIDDEN || failed.fault() == GitHubFault.NOT_FOUND;
            throw new SinkException(
                    failed.reason() + (forbidden ? "; the job needs the permission " + permission : ""), failed);
        } finally {
            turn.unlock();
        }
    }

    abstract void write(DriftReport report) throws GitHubException;
}
