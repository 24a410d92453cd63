package dev.drift.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the signals that end a process (Ctrl-C, SIGTERM) into the cancellation of a run, and lets the run print its report
 * before the process ends. The process then ends as such signals make it end: with 130 or 143.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 45;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread running) {
        this.hook = new Thread(() -> cancel(running), "drift-cancel");
    }

    /** Signals interrupt the calling thread from now on, until it is over. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
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

    private void cancel(Thread running) {
        running.interrupt();
        try {
            boolean inTime = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Runtime.getRuntime().halt(ExitCode.FAILED.number());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
