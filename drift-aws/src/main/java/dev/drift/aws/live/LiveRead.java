package dev.drift.aws.live;

import dev.drift.aws.state.StateObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of one state side by side, as they come out of it. The first that is not as recorded ends it. No more objects
 * are held than are being read, so memory does not depend on the size of the state.
 */
final class LiveRead implements AutoCloseable {

    private static final int AT_ONCE = 12;

    private final Reading reading;
    private final Executor threads;
    private final Semaphore all;
    private final Semaphore own = new Semaphore(AT_ONCE);
    private final Set<FutureTask<?>> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable NotLiveException> obstacle = new AtomicReference<>();
    private final AtomicInteger objects = new AtomicInteger();

    /** How one object is read. */
    @FunctionalInterface
    interface Reading {
        void requireUnmoved(StateObject object) throws NotLiveException;
    }

    /**
     * A read that has not begun.
     *
     * @param reading called for several objects at once
     * @param threads with one for each object that is read at once
     * @param all how many objects of all states may be read at once
     */
    LiveRead(Reading reading, Executor threads, Semaphore all) {
        this.reading = reading;
        this.threads = threads;
        this.all = all;
    }

    /** Begins to read an object as soon as that can be. Returns whether it makes sense to bring more. */
    boolean take(StateObject object) {
        if (obstacle.get() != null || !hasTurn()) {
            return false;
        }
        objects.incrementAndGet();
        FutureTask<?> task = new Turn(object);
        underWay.add(task);
        try {
            threads.execute(task);
            return true;
        } catch (RuntimeException | Error none) {
            obstacle.compareAndSet(null, new NotLiveException("there is no thread to read its objects with"));
            // Ends its turn, so that the states of others are still read.
            task.cancel(true);
            return false;
        }
    }

    private boolean hasTurn() {
        try {
            own.acquire();
            try {
                all.acquire();
                return true;
            } catch (InterruptedException ended) {
                own.release();
                throw ended;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until all objects are read.
     *
     * @return how many there were
     * @throws NotLiveException if one of them is not as recorded, or not all of them were read in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    int finish(long nanos) throws NotLiveException, InterruptedException {
        boolean done = own.tryAcquire(AT_ONCE, nanos, TimeUnit.NANOSECONDS);
        requireNoObstacle();
        if (!done) {
            throw new NotLiveException("reading its objects takes too long");
        }
        return objects.get();
    }

    /** Throws what was in the way first, if anything was. */
    void requireNoObstacle() throws NotLiveException {
        Optional<NotLiveException> first = Optional.ofNullable(obstacle.get());
        if (first.isPresent()) {
            throw first.get();
        }
    }

    /** Ends what is still being read. */
    @Override
    public void close() {
        underWay.forEach(task -> task.cancel(true));
    }

    /** The reading of one object. */
    private final class Turn extends FutureTask<Boolean> {

        Turn(StateObject object) {
            super(() -> {
                read(object);
                return true;
            });
        }

        @Override
        protected void done() {
            underWay.remove(this);
            all.release();
            own.release();
        }
    }

    private void read(StateObject object) {
        try {
            reading.requireUnmoved(object);
        } catch (NotLiveException moved) {
            obstacle.compareAndSet(null, moved);
        } catch (RuntimeException | Error broken) {
            obstacle.compareAndSet(
                    null,
                    new NotLiveException(object.address() + " cannot be read: "
                            + broken.getClass().getSimpleName()));
            throw broken;
        }
    }
}
