package dev.drift.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the signals that end a process (Ctrl-C, SIGTERM) into the cancellation of a run, and lets the run print its report
 * before the process ends. The process then ends as such signals make it end: with 130 or 143.
 */
final class Interruption {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread running, Runnable told, Optional<Duration> patience) {
        this.hook = new Thread(() -> cancel(running, told, patience), "drift-cancel");
    }

    /** Signals interrupt the calling thread from now on, until it is over. */
    static Interruption ofThisThread() {
        return ofThisThread(() -> {}, Optional.of(PATIENCE));
    }

    /**
     * The same for a run that says something when it is told to stop.
     *
     * @param patience how long the process waits for the run to be over; empty for as long as it takes, where more would be
     *     torn apart than a report
     */
    static Interruption ofThisThread(Runnable told, Optional<Duration> patience) {
        Interruption interruption = new Interruption(Thread.currentThread(), told, patience);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** The run is over and everything is printed. */
    void over() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs already, and has just been told that it may end.
        }
    }

    private void cancel(Thread running, Runnable told, Optional<Duration> patience) {
        told.run();
        running.interrupt();
        try {
            if (patience.isEmpty()) {
                done.await();
            } else if (!done.await(patience.get().toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.FAILED.number());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
