package dev.drift.aws.live;

import dev.drift.aws.state.StateContent;
import dev.drift.aws.state.StateException;
import dev.drift.aws.state.StateFacts;
import dev.drift.aws.state.StateWatch;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads all objects of a state and says whether every one of them is as it is recorded. For any number of threads. */
final class LiveLook {

    private static final int AT_ONCE_IN_ALL = 64;
    private static final int IDLE_SECONDS = 5;

    private final StateWatch watch;
    private final Semaphore all = new Semaphore(AT_ONCE_IN_ALL);
    private final Executor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "drift-live");
                thread.setDaemon(true);
                return thread;
            });

    LiveLook(StateWatch watch) {
        this.watch = watch;
    }

    /** What a stack looks like in which nothing moved, and of which that plan said that nothing is left to do. */
    static Observation seen(FullPlan plan) {
        return unmoved(new CodeSide.Remembered(plan.at()), plan.objects());
    }

    private static Observation unmoved(CodeSide code, int objects) {
        return new Observation(List.of(), code, List.of(), Coverage.complete(objects), Optional.empty());
    }

    /**
     * Makes sure that every object of the state that the plan saw is live as it is recorded, and that the state is still that one
     * at the end.
     *
     * @throws NotLiveException if that is not so, or cannot be told in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void requireUnmoved(Case asked, FullPlan plan, Duration limit) throws NotLiveException, InterruptedException {
        int objects = unmoved(asked.state(), Readers.of(asked.loan(), plan), limit, facts -> {
            if (!FullPlan.state(facts).equals(plan.state())) {
                throw new NotLiveException("the state changed just now");
            }
        });
        if (objects != plan.objects()) {
            throw new NotLiveException(objects + " objects were read, and " + plan.objects() + " were planned");
        }
    }

    /**
     * Reads every object of the state with the providers as the code writes them, and makes sure that all are as recorded.
     *
     * @throws NotLiveException if that is not so, or cannot be told in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Observation seenAlone(Case asked, Duration limit) throws NotLiveException, InterruptedException {
        AtomicInteger held = new AtomicInteger();
        int objects = unmoved(asked.state(), Readers.writtenFor(asked.loan()), limit, facts -> {
            held.set(facts.content() instanceof StateContent.Seen content ? content.objects() : 0);
        });
        if (objects == 0 || objects != held.get()) {
            throw new NotLiveException(objects + " objects were read of the " + held.get() + " that the state holds");
        }
        return unmoved(new CodeSide.Unasked(), objects);
    }

    /** What must be so of a state for its objects to be read to the end. */
    @FunctionalInterface
    private interface Condition {
        void require(StateFacts facts) throws NotLiveException;
    }

    private int unmoved(StateWatch.Asked state, Readers readers, Duration limit, Condition condition)
            throws NotLiveException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        ObjectReader reader = new ObjectReader(readers);
        try (LiveRead read = new LiveRead(reader::requireUnmoved, threads, all)) {
            Optional<StateFacts> shown = watch.show(state, limit, read::take);
            read.requireNoObstacle();
            StateFacts facts = shown.orElseThrow(() -> new NotLiveException("its state is locked or gone"));
            condition.require(facts);
            int objects = read.finish(Math.max(0, end - System.nanoTime()));
            if (!watch.isStill(state, facts, Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                throw new NotLiveException("the state moved while its objects were read");
            }
            return objects;
        } catch (StateException unreadable) {
            throw new NotLiveException(unreadable.reason());
        }
    }
}
