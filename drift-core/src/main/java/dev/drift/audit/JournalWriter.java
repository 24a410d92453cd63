package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import dev.drift.sink.Delivery;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Writes one journal in the background, in the order in which it is told, by a thread that keeps nobody alive. */
final class JournalWriter {

    private static final String LATE = "not all of it was kept before it was waited for no longer";

    private final RunJournal asked;
    private final RunJournal journal;
    private final Set<Delivery> told = new LinkedHashSet<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread writer = new Thread(task, "drift-audit");
        writer.setDaemon(true);
        return writer;
    });
    private Future<?> last = CompletableFuture.completedFuture(true);
    private boolean late;

    /** Writes a journal, or the part of what it was asked to keep that may go there. */
    JournalWriter(RunJournal asked, RunJournal journal) {
        this.asked = requireNonNull(asked, "asked is null");
        this.journal = requireNonNull(journal, "journal is null");
    }

    RunJournal journal() {
        return journal;
    }

    /** What of these stacks it was asked to keep and may not. */
    Optional<Delivery> withheld(List<Stack> stacks, ResidencyGate gate) {
        return asked.trail().leavesTheMachine()
                ? gate.withheld(
                        stacks.stream().filter(asked::keeps),
                        asked.trail().destination(),
                        asked.trail().residency())
                : Optional.empty();
    }

    /** Keeps that behind everything before it; nothing once this writer has its end. */
    synchronized void keep(Function<RunJournal, Delivery> what) {
        if (!thread.isShutdown()) {
            last = thread.submit(() -> add(delivery(what)));
        }
    }

    /**
     * Waits until everything told so far is kept or lost, and not beyond the moment. One that was late once is not waited for
     * again until it has caught up.
     */
    void await(long nanoTime) throws InterruptedException {
        Future<?> waited = last();
        if (!reaches(waited, isLate() ? System.nanoTime() : nanoTime)) {
            beLate();
        }
    }

    /** Waits as well, and says what became of all of it: what is lost, or else that it arrived. */
    List<Delivery> end(long nanoTime) throws InterruptedException {
        if (!reaches(closed(), nanoTime)) {
            beLate();
        }
        return outcome();
    }

    /** Says so without waiting. */
    List<Delivery> endNow() {
        if (!closed().isDone()) {
            beLate();
        }
        return outcome();
    }

    private static boolean reaches(Future<?> waited, long nanoTime) throws InterruptedException {
        try {
            waited.get(Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException later) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A journal cannot be kept track of", broken);
        }
    }

    private Delivery delivery(Function<RunJournal, Delivery> what) {
        try {
            return what.apply(journal);
        } catch (RuntimeException | Error broken) {
            return lost("the journal broke: " + broken.getClass().getName());
        }
    }

    private Delivery lost(String reason) {
        return new Delivery.Undelivered(journal.trail().destination(), reason);
    }

    private synchronized void add(Delivery delivery) {
        told.add(delivery);
    }

    private synchronized Future<?> last() {
        return last;
    }

    private synchronized Future<?> closed() {
        thread.shutdown();
        return last;
    }

    private synchronized boolean isLate() {
        return late;
    }

    private synchronized void beLate() {
        late = true;
        told.add(lost(LATE));
    }

    private synchronized List<Delivery> outcome() {
        List<Delivery> lost =
                told.stream().filter(Delivery.Undelivered.class::isInstance).toList();
        return lost.isEmpty() ? new ArrayList<>(told) : lost;
    }
}
