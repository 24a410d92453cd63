package dev.drift.terramate.cloud.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Does one thing after the other on threads it shares with other lanes. */
final class Lane {

    private final Executor threads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Lane(Executor threads) {
        this.threads = threads;
    }

    /** Does this when all before it is done; never, if the threads have stopped. */
    synchronized void then(Runnable task) {
        waiting.add(task);
        if (!busy) {
            busy = true;
            goOn();
        }
    }

    private void work() {
        try {
            next().run();
        } finally {
            turnOver();
        }
    }

    private synchronized void turnOver() {
        if (waiting.isEmpty()) {
            busy = false;
        } else {
            goOn();
        }
    }

    private synchronized Runnable next() {
        return waiting.remove();
    }

    /** One task at a time, so that every lane has its turn. */
    private void goOn() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException stopped) {
            waiting.clear();
        }
    }
}
