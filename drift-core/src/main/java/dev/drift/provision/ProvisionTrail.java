package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.audit.AuditEvent;
import dev.drift.audit.RunJournal;
import dev.drift.catalog.Workload;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * What journals keep of one run, as it happens: what was planned stands in a trail also if nobody lives to see how it ends. Trails
 * are written in the background, in order, and waited for in the end; one that cannot be kept changes nothing about the run.
 */
final class ProvisionTrail {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String run;
    private final String selector;
    private final List<RunJournal> journals;
    private final Set<Stack> started = ConcurrentHashMap.newKeySet();
    private final Set<Delivery> kept = new LinkedHashSet<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "drift-provision audit");
        thread.setDaemon(true);
        return thread;
    });
    private List<RunJournal> concerned = List.of();

    ProvisionTrail(String run, String selector, List<RunJournal> journals) {
        this.run = requireNonNull(run, "run is null");
        this.selector = requireNonNull(selector, "selector is null");
        this.journals = List.copyOf(journals);
    }

    /** The run begins over these stacks. Journals whose cells it does not concern are left alone. */
    void begin(Workload workload) {
        concerned =
                journals.stream().filter(journal -> journal.concerns(workload)).toList();
        concerned.forEach(journal -> keep(
                journal, Optional.empty(), ProvisionFacts.begun(selector, workload, stack -> isKept(journal, stack))));
    }

    /** Something happens to a stack. */
    void on(ProvisionEvent event) {
        if (event instanceof ProvisionEvent.Started begun) {
            started.add(begun.stack());
        } else if (event instanceof ProvisionEvent.Planned planned) {
            keep(planned.stack(), ProvisionFacts.planned(planned));
        } else if (event instanceof ProvisionEvent.Ended ended) {
            StackProvision over = ended.provision();
            keep(over.stack(), ProvisionFacts.ended(over, started.contains(over.stack())));
        }
    }

    /** The run is over, and these deliveries of it were tried. Says what became of the trails. */
    List<Delivery> finish(ProvisionReport report, List<Delivery> told) {
        for (RunJournal journal : concerned) {
            ProvisionReport mine = report.only(stack -> isKept(journal, stack));
            mine.deleted().forEach(path -> keep(journal, Optional.empty(), ProvisionFacts.deleted(path)));
            told.forEach(delivery -> keep(journal, Optional.empty(), RunJournal.told(delivery)));
            keep(journal, Optional.empty(), ProvisionFacts.finished(mine));
        }
        return close();
    }

    /** There is no report, and this is why. */
    void refused(AuditEvent.Kind kind, Throwable why) {
        String reason = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        AuditEvent told = AuditEvent.of(kind)
                .with("selector", selector)
                .with("reason", why.getClass().getSimpleName() + ": " + reason);
        concerned = journals;
        journals.forEach(journal -> keep(journal, Optional.empty(), told));
        close();
    }

    private void keep(Stack stack, AuditEvent event) {
        concerned.stream()
                .filter(journal -> isKept(journal, stack))
                .forEach(journal -> keep(journal, Optional.of(stack), event));
    }

    private void keep(RunJournal journal, Optional<Stack> stack, AuditEvent event) {
        try {
            writer.execute(() -> {
                Delivery delivery = journal.happened(run, stack.map(journal.cells()), event);
                synchronized (kept) {
                    kept.add(delivery);
                }
            });
        } catch (RejectedExecutionException closed) {
            // The trail has its end already.
        }
    }

    private static boolean isKept(RunJournal journal, Stack stack) {
        return journal.kept().test(journal.cells().apply(stack));
    }

    private static Delivery late(RunJournal journal) {
        return new Delivery.Undelivered(
                journal.trail().destination(), "not all of it was kept before it was waited for no longer");
    }

    /** A trail of which anything was lost is lost: where it was is then told, and that some of it arrived is not. */
    private List<Delivery> close() {
        boolean stopped = Thread.interrupted();
        writer.shutdown();
        List<Delivery> lost = new ArrayList<>();
        try {
            if (!writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                concerned.forEach(journal -> lost.add(late(journal)));
            }
        } catch (InterruptedException hurried) {
            stopped = true;
            concerned.forEach(journal -> lost.add(late(journal)));
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
        synchronized (kept) {
            kept.stream().filter(Delivery.Undelivered.class::isInstance).forEach(lost::add);
            List<String> places = lost.stream().map(Delivery::destination).toList();
            kept.stream()
                    .filter(delivery -> !places.contains(delivery.destination()))
                    .forEach(lost::add);
        }
        return List.copyOf(lost);
    }
}
