package dev.drift.terramate.cloud.session;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The way to Terramate Cloud, with the journal of what is begun there. It is made when it is first needed, and whoever needs it
 * meanwhile waits. One that could not be made is not tried by every session anew, but after a pause. Safe for use by several
 * threads.
 */
final class Line {

    /** Nothing about these changes by waiting. */
    private static final Set<CloudFault> LASTING =
            Set.of(CloudFault.UNAUTHORIZED, CloudFault.FORBIDDEN, CloudFault.REJECTED, CloudFault.UNSUPPORTED);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Asking<Open> opening;
    private Optional<Failure> failure = Optional.empty();
    private volatile Optional<Open> open = Optional.empty();
    private volatile boolean closed;

    private Line(Asking<Open> opening) {
        this.opening = opening;
    }

    /** One that is made already. */
    static Line of(TerramateCloud cloud, SessionJournal journal) {
        Line line = new Line(() -> new Open(cloud, journal));
        line.open = Optional.of(new Open(cloud, journal));
        return line;
    }

    /** One that is made when it is needed, with a journal in the folder. */
    static Line to(Asking<TerramateCloud> cloud, Path journals) {
        requireNonNull(cloud, "cloud is null");
        requireNonNull(journals, "journals is null");
        return new Line(() -> {
            TerramateCloud connected = cloud.ask();
            return new Open(connected, SessionJournal.in(journals, connected));
        });
    }

    TerramateCloud cloud() throws CloudException {
        return open().cloud;
    }

    SessionJournal journal() throws CloudException {
        return open().journal;
    }

    /** Closes what was opened. Does not wait for what is opened just now: that is closed as soon as it is there. */
    void close() {
        closed = true;
        open.ifPresent(Open::close);
    }

    private Open open() throws CloudException {
        Optional<Open> already = open;
        return already.isPresent() ? already.get() : opened();
    }

    private synchronized Open opened() throws CloudException {
        if (open.isPresent()) {
            return open.get();
        }
        if (failure.isPresent() && failure.get().isStillTrue()) {
            throw failure.get().why;
        }
        try {
            Open made = opening.ask();
            open = Optional.of(made);
            if (closed) {
                made.close();
            }
            return made;
        } catch (CloudException failed) {
            failure = Optional.of(new Failure(failed, System.nanoTime() + PAUSE.toNanos()));
            throw failed;
        }
    }

    private record Open(TerramateCloud cloud, SessionJournal journal) {
        private Open {
            requireNonNull(cloud, "cloud is null");
            requireNonNull(journal, "journal is null");
        }

        private void close() {
            journal.close();
            cloud.close();
        }
    }

    private record Failure(CloudException why, long until) {
        private boolean isStillTrue() {
            return LASTING.contains(why.fault()) || System.nanoTime() - until < 0;
        }
    }
}
