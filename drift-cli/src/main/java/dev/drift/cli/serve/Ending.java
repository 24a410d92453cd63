package dev.drift.cli.serve;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How threads that follow cells come to an end. */
final class Ending {

    /** A run that is cancelled stops its tools and delivers its report. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private Ending() {}

    /** Whether the calling thread is told to end within a time. */
    static boolean isToldWithin(Duration most) {
        try {
            TimeUnit.NANOSECONDS.sleep(most.toNanos());
            return false;
        } catch (InterruptedException told) {
            return true;
        }
    }

    /** Lets the threads end by themselves, then cancels what they do. Whether all of them ended. */
    static boolean of(List<Thread> threads, Duration grace, Consumer<String> told) {
        if (!joined(threads, grace)) {
            told.accept("Cancels what still runs");
            threads.forEach(Thread::interrupt);
            if (!joined(threads, LAST_WORDS)) {
                told.accept("A run does not end, and is left alone");
                return false;
            }
        }
        return true;
    }

    /** The same for workers. */
    static boolean of(ExecutorService workers, Duration grace, Consumer<String> told) {
        workers.shutdown();
        if (!joined(workers, grace)) {
            told.accept("Cancels what still runs");
            workers.shutdownNow();
            if (!joined(workers, LAST_WORDS)) {
                told.accept("A run does not end, and is left alone");
                return false;
            }
        }
        return true;
    }

    private static boolean joined(ExecutorService workers, Duration most) {
        try {
            return workers.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            return workers.isTerminated();
        }
    }

    private static boolean joined(List<Thread> threads, Duration most) {
        long until = System.nanoTime() + most.toNanos();
        for (Thread thread : threads) {
            try {
                long left = until - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, left);
                }
            } catch (InterruptedException hurried) {
                return joined(threads, Duration.ZERO);
            }
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
