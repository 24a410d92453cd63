package dev.drift.terramate.process;

import java.time.Duration;

/** The moment at which several steps together must be done. Measured by the machine's steady clock. */
public final class Deadline {

    private final long end;
    private final Duration allowed;

    private Deadline(long end, Duration allowed) {
        this.end = end;
        this.allowed = allowed;
    }

    /** That long from now. */
    public static Deadline in(Duration allowed) {
        return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
    }

    /** How long there was in the beginning. */
    public Duration allowed() {
        return allowed;
    }

    /** How long is left; zero once the moment has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
