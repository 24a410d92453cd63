package dev.drift.aws.shared;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.provider.RunningProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All provider processes there are. */
final class Fleets implements AutoCloseable {

    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Surroundings surroundings;
    private final Map<Origin, Fleet> fleets = new HashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private boolean closed;

    Fleets(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The processes of that origin. The program is that of the first who asks; it is the same for all, by its hashes. */
    synchronized Fleet of(Origin origin, Path program) {
        fleets.values().removeIf(fleet -> fleet.isForgotten(FORGOTTEN));
        return fleets.computeIfAbsent(origin, none -> new Fleet(origin, program, this, surroundings));
    }

    Worker start(Path program, Origin origin) throws Unanswered {
        makeRoom();
        try {
            Worker worker = new Worker(RunningProvider.start(program, origin.environment()), surroundings.retirement());
            if (!keep(worker)) {
                worker.close();
                throw Unanswered.unavailable("the shared provider was ended");
            }
            return worker;
        } catch (ProviderException broken) {
            throw Unanswered.because(broken);
        }
    }

    private synchronized boolean keep(Worker worker) {
        if (!closed) {
            workers.add(worker);
        }
        return !closed;
    }

    private void makeRoom() {
        List<Worker> superfluous;
        synchronized (this) {
            workers.removeIf(worker -> !worker.isFit());
            superfluous = workers.stream()
                    .filter(Worker::isUnused)
                    .sorted(Comparator.comparing(Worker::lastUsed))
                    .limit(Math.max(
                            0, workers.size() - surroundings.retirement().spares() + 1))
                    .toList();
            workers.removeAll(superfluous);
        }
        superfluous.forEach(Worker::retire);
    }

    /** Ends all processes, whatever they do. */
    @Override
    public void close() {
        List<Worker> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(workers);
            workers.clear();
            fleets.clear();
        }
        all.parallelStream().forEach(Worker::close);
    }
}
