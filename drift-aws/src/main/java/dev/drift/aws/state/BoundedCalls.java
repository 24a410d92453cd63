package dev.drift.aws.state;

import dev.drift.aws.state.StateException.Kind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes calls on threads of their own, because reading from a socket or a far file system does not end when its thread is
 * interrupted: whoever waits here stops waiting when time is over or when interrupted, and the call is left to its own bounds.
 */
final class BoundedCalls {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final AtomicInteger started = new AtomicInteger();
    private final Executor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "drift-state-" + started.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    /**
     * The answer to the call.
     *
     * @throws StateException as the call does, or if no answer came in time
     * @throws InterruptedException if the thread that waits was interrupted, also before: no call is made then
     */
    <T> T call(Callable<T> call, Duration limit) throws StateException, InterruptedException {
        // A task that is done by the time it is asked hands out its answer to an interrupted thread as well.
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the call");
        }
        FutureTask<T> task = new FutureTask<>(call);
        threads.execute(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new StateException(Kind.UNREACHABLE, "the state did not come in time");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof StateException told) {
                throw told;
            }
            throw new StateException(
                    Kind.UNUSABLE,
                    "reading the state failed: "
                            + (cause == null ? failed : cause).getClass().getSimpleName());
        } finally {
            task.cancel(true);
        }
    }
}
