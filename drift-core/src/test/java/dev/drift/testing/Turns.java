package dev.drift.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Puts two threads where their turns matter. */
public final class Turns {

    private static final Set<Thread.State> STANDING =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private Turns() {}

    /** Waits until a started thread waits for somebody, or is through because nobody made it wait. */
    public static void awaitStanding(Thread thread) {
        await().atMost(Duration.ofSeconds(60)).until(() -> STANDING.contains(thread.getState()));
    }
}
