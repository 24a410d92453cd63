package dev.drift.terramate.cloud.session;

import dev.drift.terramate.cloud.message.Changeset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** How much of plans waits to be sent: a slow Terramate Cloud must not fill the memory. */
final class Ballast {

    private final AtomicLong waiting = new AtomicLong();
    private final long most;

    Ballast(long most) {
        this.most = most;
    }

    /** As much of a changeset as there is room for: all of it, the part for people, or nothing. */
    Optional<Changeset> admit(Optional<Changeset> changeset) {
        return changeset
                .filter(this::fits)
                .or(() -> changeset.flatMap(Ballast::forPeople).filter(this::fits));
    }

    /** It is no longer waiting. */
    void release(Optional<Changeset> admitted) {
        admitted.ifPresent(sent -> waiting.addAndGet(-sent.size()));
    }

    private boolean fits(Changeset changeset) {
        boolean fits = waiting.addAndGet(changeset.size()) <= most;
        if (!fits) {
            waiting.addAndGet(-changeset.size());
        }
        return fits;
    }

    private static Optional<Changeset> forPeople(Changeset changeset) {
        OptionalLong serial = changeset.serial();
        return changeset
                .ascii()
                .map(text -> new Changeset(changeset.provisioner(), Optional.of(text), Optional.empty(), serial));
    }
}
