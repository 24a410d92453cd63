package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.audit.AuditEvent;
import dev.drift.audit.RunJournals;
import dev.drift.catalog.Workload;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What journals keep of one run, as it happens: what was planned stands in a trail before it is applied. Trails are written in the
 * background, in order, and waited for before every apply and in the end; one that cannot be kept changes nothing about the run.
 */
final class ProvisionTrail {

    /** How long an apply waits for its plan to be kept, and the end of a run for everything. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String run;
    private final Selection selection;
    private final RunJournals journals;
    private final Duration patience;
    private final Set<Stack> started = ConcurrentHashMap.newKeySet();
    private volatile RunJournals concerned;
    private volatile boolean begun;

    ProvisionTrail(String run, Selection selection, RunJournals journals, Duration patience) {
        this.run = requireNonNull(run, "run is null");
        this.selection = requireNonNull(selection, "selection is null");
        this.journals = requireNonNull(journals, "journals is null");
        this.concerned = journals;
        this.patience = requireNonNull(patience, "patience is null");
    }

    /** The run begins over these stacks. Journals whose cells it does not concern are left alone. */
    void begin(Workload workload) {
        concerned = journals.concernedBy(workload);
        begun = true;
        concerned.keep(
                journal -> journal.happened(run, List.of(ProvisionFacts.begun(selector(), workload, journal::keeps))));
    }

    /** Something happens to a stack. */
    void on(ProvisionEvent event) {
        if (event instanceof ProvisionEvent.Started begun) {
            started.add(begun.stack());
        } else if (event instanceof ProvisionEvent.Planned planned) {
            concerned.keep(run, planned.stack(), ProvisionFacts.planned(planned));
        } else if (event instanceof ProvisionEvent.Ended ended) {
            StackProvision over = ended.provision();
            concerned.keep(run, over.stack(), ProvisionFacts.ended(over, started.contains(over.stack())));
        }
    }

    /** Waits until what was planned for the stack is kept. A trail that takes too long is lost, and is not waited for again. */
    void awaitKept(Stack stack) {
        concerned.of(stack).await(patience);
    }

    /** The run is over, and these deliveries of it were tried. Says what became of the trails. */
    List<Delivery> finish(ProvisionReport report, List<Delivery> told) {
        concerned.keep(journal -> journal.happened(run, ProvisionFacts.over(report, told, journal)));
        return close();
    }

    /** There is no report, and this is why. */
    void refused(AuditEvent.Kind kind, Throwable why) {
        if (!begun) {
            concerned = journals.askedBy(selection.catalog(), selection.filter());
        }
        concerned.keepFailure(run, AuditEvent.of(kind).with("selector", selector()), why);
        close();
    }

    private String selector() {
        return selection.filter().toString();
    }

    /** An interrupted run is kept as well. */
    private List<Delivery> close() {
        boolean stopped = Thread.interrupted();
        try {
            return concerned.end(patience);
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
