package dev.drift.aws.state;

import dev.drift.aws.state.StateWatch.Glance;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Looks as another probe does, between two glances at the state. */
final class WatchedProbe implements DriftProbe {

    private final DriftProbe probe;
    private final StateWatch watch;

    WatchedProbe(DriftProbe probe, StateWatch watch) {
        this.probe = probe;
        this.watch = watch;
    }

    @Override
    public String engine() {
        return probe.engine();
    }

    @Override
    public Observation probe(ProbeRequest request) throws ProbeException {
        long end = System.nanoTime() + request.timeout().toNanos();
        Optional<Glance> glance = firstGlance(request, end);
        if (glance.isEmpty()) {
            return look(request, end);
        }
        Sighting before = unlocked(glance.get());
        Observation seen = look(request, end);
        if (request.lease().withdrawal().isPresent()) {
            return seen;
        }
        Optional<Sighting> moved = movedSince(before, glance.get(), end);
        return moved.isEmpty() ? seen : lookOnceMore(request, glance.get(), before, moved.get(), end);
    }

    /** What is not watched is looked at all the same, and told. */
    private Optional<Glance> firstGlance(ProbeRequest request, long end) throws ProbeException {
        try {
            return Optional.of(inTime(
                    end, () -> watch.glance(request.stack(), request.lease().variables())));
        } catch (StateException notReadable) {
            request.output().accept("the state is not watched: " + notReadable.reason());
            return Optional.empty();
        }
    }

    /** The state has just moved, so what cannot be watched any more may move on unseen. */
    private Observation lookOnceMore(ProbeRequest request, Glance glance, Sighting first, Sighting second, long end)
            throws ProbeException {
        request.output().accept("the state moved meanwhile: " + way(first, second) + "; looking once more");
        unlocked(certain(end, () -> watch.glance(glance.watched(), Optional.of(second))));
        Observation seen = look(request, end);
        Optional<Sighting> third = certain(end, () -> watch.movedSince(second, glance.watched()));
        if (third.isPresent()) {
            throw new ProbeException(
                    ProbePhase.STATE,
                    "the state moved while the stack was looked at, twice: " + way(first, third.get()));
        }
        return seen;
    }

    private Observation look(ProbeRequest request, long end) throws ProbeException {
        Duration left = left(end);
        if (left.isZero()) {
            throw new ProbeException(ProbePhase.TIMEOUT, "the time was used up before the stack could be looked at");
        }
        return probe.probe(request.within(left));
    }

    private static Sighting unlocked(Glance glance) throws ProbeException {
        if (glance.lock().isPresent()) {
            throw new ProbeException(ProbePhase.LOCK, glance.lock().get().spoken());
        }
        return glance.sighting().orElseThrow();
    }

    /** A state that cannot be read any more is not watched any more. */
    private Optional<Sighting> movedSince(Sighting before, Glance glance, long end) throws ProbeException {
        try {
            return inTime(end, () -> watch.movedSince(before, glance.watched()));
        } catch (StateException notReadable) {
            return Optional.empty();
        }
    }

    private <T> T certain(long end, Callable<T> reading) throws ProbeException {
        try {
            return inTime(end, reading);
        } catch (StateException notReadable) {
            throw new ProbeException(
                    ProbePhase.STATE,
                    "the state moved while the stack was looked at, and cannot be read any more: "
                            + notReadable.reason());
        }
    }

    /** A state that does not come takes half of the time that is left, so that the look has the other half. */
    private <T> T inTime(long end, Callable<T> reading) throws ProbeException, StateException {
        try {
            return watch.within(left(end).dividedBy(2), reading);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.CANCELLED, "cancelled while its state was read");
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static String way(Sighting from, Sighting to) {
        return from.facts().isPresent() && to.facts().isPresent()
                ? from.spoken() + " to " + to.facts().get().version().serial()
                : from.spoken() + " to " + to.spoken();
    }
}
