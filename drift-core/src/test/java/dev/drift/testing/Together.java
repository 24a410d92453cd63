package dev.drift.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does something on several threads that start at the same moment. */
final class Together {

    private Together() {}

    /** What each of the calls gave, by its number counted from 0. Fails as the first call that fails. */
    static <T> List<T> call(int threads, IntFunction<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                int mine = number;
                running.add(pool.submit(() -> {
                    start.await();
                    return work.apply(mine);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("A call on one of " + threads + " threads failed", failed);
        } finally {
            pool.shutdownNow();
        }
    }
}
