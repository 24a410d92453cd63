package dev.drift.detection;

import org.jspecify.annotations.Nullable;

/** What a look has of a thread that others use before and after it: an interrupt meets the look, be it too early, and nobody else. */
final class Hold {

    private @Nullable Thread thread;
    private boolean interrupted;

    /** Begins on the calling thread, under a name of its own. */
    synchronized void take(String name) {
        thread = Thread.currentThread();
        thread.setName(name);
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** Ends on the calling thread, which is interrupted no longer. */
    synchronized void leave() {
        thread = null;
        Thread.interrupted();
    }

    synchronized void interrupt() {
        interrupted = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
