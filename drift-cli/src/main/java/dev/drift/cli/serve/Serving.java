package dev.drift.cli.serve;

import java.time.Duration;

/** Somebody who follows schedules. */
public sealed interface Serving permits Rounds, SharedRounds {

    /**
     * Follows them until the calling thread is interrupted. No run begins then; those that go on may end within the grace, and are
     * cancelled after it. Returns when all have ended, at the latest half a minute after that.
     *
     * @return whether all of them ended
     */
    boolean follow(Duration grace);
}
