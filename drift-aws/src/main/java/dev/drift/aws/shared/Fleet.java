package dev.drift.aws.shared;

import dev.drift.aws.wire.DynamicValue;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The processes of one version of one provider in one environment. Any of them answers what needs no configuration; each is
 * configured once.
 */
final class Fleet implements Workers {

    private final Origin origin;
    private final Path program;
    private final Fleets fleets;
    private final Surroundings surroundings;
    private final Desk desk;
    private final CopyOnWriteArrayList<Worker> workers = new CopyOnWriteArrayList<>();
    private final Map<ByteBuffer, Backing> backings = new ConcurrentHashMap<>();
    private final OncePerKey<Fleet, Worker> starting = new OncePerKey<>();
    private final AtomicBoolean ahead = new AtomicBoolean();
    private volatile long lastUsed;

    Fleet(Origin origin, Path program, Fleets fleets, Surroundings surroundings) {
        this.origin = origin;
        this.program = program;
        this.fleets = fleets;
        this.surroundings = surroundings;
        this.desk = new Desk(this, surroundings.quarantine());
        this.lastUsed = surroundings.retirement().now();
    }

    Origin origin() {
        return origin;
    }

    /**
     * Starts the first process before anybody needs it, since that takes longer than to find out what it will be asked. Why it
     * does not start is told to whoever needs it.
     */
    void startAhead(Executor threads) {
        if (ahead.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    fit();
                } catch (Unanswered failed) {
                    // The next who asks tries again, and is told.
                }
            });
        }
    }

    /** The version of the protocol its processes speak. */
    int protocol() throws Unanswered {
        return fit().protocol();
    }

    /** Has a call answered that needs no configuration. */
    byte[] answer(ProviderCall call) throws Unanswered {
        return desk.answer(call);
    }

    /** The processes with that configuration, of which there may be none yet. */
    Backing backing(DynamicValue configuration) {
        return backings.computeIfAbsent(
                ByteBuffer.wrap(configuration.toBytes()), none -> new Backing(this, configuration, surroundings));
    }

    @Override
    public Worker fit() throws Unanswered {
        lastUsed = surroundings.retirement().now();
        Optional<Worker> ready = ready();
        return ready.isPresent()
                ? ready.get()
                : starting.take(this, () -> {
                    Worker started = fresh();
                    workers.add(started);
                    return started;
                });
    }

    @Override
    public Worker fresh() throws Unanswered {
        lastUsed = surroundings.retirement().now();
        return surroundings.forAll(() -> fleets.start(program, origin));
    }

    /** One that nobody has configured, for the caller to do so. */
    Worker unconfigured() throws Unanswered {
        Optional<Worker> free = claimed();
        if (free.isEmpty() && starting.isUnderWay(this)) {
            fit();
            free = claimed();
        }
        if (free.isPresent()) {
            return free.get();
        }
        Worker started = fresh();
        started.claim();
        workers.add(started);
        return started;
    }

    private Optional<Worker> claimed() {
        return workers.stream().filter(Worker::isFit).filter(Worker::claim).findFirst();
    }

    boolean isForgotten(Duration time) {
        return surroundings.retirement().isPast(time, lastUsed) && ready().isEmpty();
    }

    private Optional<Worker> ready() {
        workers.removeIf(worker -> !worker.isFit());
        return workers.stream().findFirst();
    }
}
