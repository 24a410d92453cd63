package dev.drift.aws.live;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.shared.ConfiguredProvider;
import dev.drift.aws.shared.Loan;
import dev.drift.aws.shared.SentConfiguration;
import dev.drift.aws.state.StateException;
import dev.drift.aws.state.StateFacts;
import dev.drift.aws.state.StateWatch;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Observation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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

    /** What a stack looks like in which nothing moved, and of which the plan said that nothing is left to do. */
    static Observation seen(FullPlan plan) {
        return new Observation(
                List.of(),
                new CodeSide.Remembered(plan.at()),
                List.of(),
                Coverage.complete(plan.objects()),
                Optional.empty());
    }

    /**
     * Makes sure that every object of the state that the plan saw is live as it is recorded, and that the state is still that one
     * at the end.
     *
     * @throws NotLiveException if that is not so, or cannot be told in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void requireUnmoved(Case asked, FullPlan plan, Duration limit) throws NotLiveException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        ObjectReader reader = new ObjectReader(providers(asked.loan(), plan));
        try (LiveRead read = new LiveRead(reader::requireUnmoved, threads, all)) {
            Optional<StateFacts> shown = watch.show(asked.state(), limit, read::take);
            read.requireNoObstacle();
            StateFacts facts = shown.orElseThrow(() -> new NotLiveException("its state is locked or gone"));
            if (!FullPlan.state(facts).equals(plan.state())) {
                throw new NotLiveException("the state changed just now");
            }
            int objects = read.finish(Math.max(0, end - System.nanoTime()));
            if (objects != plan.objects()) {
                throw new NotLiveException(objects + " objects were read, and " + plan.objects() + " were planned");
            }
            if (!watch.isStill(asked.state(), facts, Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                throw new NotLiveException("the state moved while its objects were read");
            }
        } catch (StateException unreadable) {
            throw new NotLiveException(unreadable.reason());
        }
    }

    private static Map<String, ConfiguredProvider> providers(Loan loan, FullPlan plan) throws NotLiveException {
        Map<String, ConfiguredProvider> providers = new HashMap<>();
        for (SentConfiguration sent : plan.configurations()) {
            try {
                providers.put(sent.source(), loan.configured(sent));
            } catch (ProviderException missing) {
                throw new NotLiveException(String.valueOf(missing.getMessage()));
            }
        }
        return providers;
    }
}
