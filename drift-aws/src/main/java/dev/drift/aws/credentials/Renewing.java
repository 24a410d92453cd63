package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The credentials of many stacks, obtained once and renewed in time. One thread at a time asks for new ones: meanwhile the
 * others take those that are still valid, or wait. What failed is not tried again for a while, and all hear why; as long as
 * the old credentials are valid a renewal that fails is no failure.
 */
final class Renewing {

    /** Obtains credentials anew. */
    interface Origin {
        Credentials obtain() throws ProbeException;
    }

    static final Duration PAUSE = Duration.ofSeconds(30);

    private final Origin origin;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Held held = new Held(Optional.empty(), Optional.empty());

    Renewing(Origin origin, Clock clock) {
        this.origin = requireNonNull(origin);
        this.clock = requireNonNull(clock);
    }

    Credentials credentials() throws ProbeException {
        Optional<Credentials> valid = held.valid(clock.instant());
        if (valid.isPresent() && (valid.get().areFresh(clock.instant()) || !turn.tryLock())) {
            return valid.get();
        }
        if (valid.isEmpty()) {
            await();
        }
        try {
            return renewed();
        } finally {
            turn.unlock();
        }
    }

    private void await() throws ProbeException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.INIT, "interrupted while waiting for credentials", interrupted);
        }
    }

    /** Whoever had the turn before may have done it already. */
    private Credentials renewed() throws ProbeException {
        Held before = held;
        Instant now = clock.instant();
        if (before.isEnough(now)) {
            return before.orFail(now);
        }
        try {
            Credentials obtained = origin.obtain();
            held = new Held(Optional.of(obtained), Optional.empty());
            return obtained;
        } catch (ProbeException failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw failed;
            }
            Held after = new Held(before.credentials(), Optional.of(new Failed(failed, clock.instant())));
            held = after;
            return after.orFail(clock.instant());
        }
    }

    private record Failed(ProbeException reason, Instant at) {}

    private record Held(Optional<Credentials> credentials, Optional<Failed> failed) {

        Optional<Credentials> valid(Instant now) {
            return credentials.filter(held -> held.areValid(now));
        }

        boolean isEnough(Instant now) {
            return credentials.filter(held -> held.areFresh(now)).isPresent()
                    || failed.filter(last -> now.isBefore(last.at().plus(PAUSE)))
                            .isPresent();
        }

        Credentials orFail(Instant now) throws ProbeException {
            Optional<Credentials> valid = valid(now);
            if (valid.isPresent()) {
                return valid.get();
            }
            ProbeException reason = failed.orElseThrow().reason();
            throw new ProbeException(reason.phase(), reason.reason(), reason);
        }
    }
}
