package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.Workload;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.sink.Delivery;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The journals of one run, each written in the background by a thread of its own: what is told first is kept first, and a trail
 * that hangs or is lost takes nothing from another, and nothing but some time from the run.
 */
public final class RunJournals {

    static final String UNTOLD = "not told here, because it may name stacks that are kept elsewhere";

    private final List<JournalWriter> writers;
    private final EstateDefinition estate;
    private final List<Stack> known;
    private final List<Delivery> withheld;

    private RunJournals(
            List<JournalWriter> writers, EstateDefinition estate, List<Stack> known, List<Delivery> withheld) {
        this.writers = List.copyOf(writers);
        this.estate = requireNonNull(estate, "estate is null");
        this.known = List.copyOf(known);
        this.withheld = List.copyOf(withheld);
    }

    /** Of a run that begins in an estate. What that binds to a residency is kept by no trail elsewhere. */
    public static RunJournals of(List<RunJournal> journals, EstateDefinition estate) {
        return new RunJournals(
                journals.stream()
                        .map(journal -> new JournalWriter(journal, journal.within(estate)))
                        .toList(),
                estate,
                List.of(),
                List.of());
    }

    /** Those that a run over this concerns; the others are left alone. */
    public RunJournals concernedBy(Workload workload) {
        ResidencyGate gate = ResidencyGate.of(estate);
        List<Delivery> bound = writers.stream()
                .flatMap(writer -> writer.withheld(workload.selected(), gate).stream())
                .toList();
        return new RunJournals(writers, estate, stacks(workload), bound).only(journal -> journal.concerns(workload));
    }

    /**
     * Those that a run would have concerned of which no more is known than what it was asked for. If that is nothing, they are
     * those of the environments that were named; if the stacks cannot be listed, all.
     */
    public RunJournals askedBy(StackCatalog catalog, StackFilter filter) {
        Workload asked;
        try {
            asked = Workload.byPath(catalog, filter);
        } catch (RuntimeException unlisted) {
            return this;
        }
        return asked.isNothing()
                ? new RunJournals(writers, estate, stacks(asked), List.of())
                        .only(journal -> isAsked(journal, filter, asked))
                : concernedBy(asked);
    }

    /** Tells every journal. */
    public void keep(Function<RunJournal, Delivery> what) {
        writers.forEach(writer -> writer.keep(what));
    }

    /** Tells the journals that keep the cell of a stack. */
    public void keep(String run, Stack stack, AuditEvent event) {
        requireNonNull(event, "event is null");
        of(stack)
                .keep(journal ->
                        journal.happened(run, Optional.of(journal.cells().apply(stack)), event));
    }

    /**
     * Tells every journal that there is no report. Why may name any stack, so it is told only where all of them are kept.
     *
     * @param event what happened, without a reason
     */
    public void keepFailure(String run, AuditEvent event, Throwable why) {
        String kind = why.getClass().getSimpleName();
        String reason = kind + ": "
                + String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        keep(journal -> journal.happened(
                run, List.of(event.with("reason", journal.keepsAll(known) ? reason : kind + ": " + UNTOLD))));
    }

    /** Those that keep the cell of a stack. */
    public RunJournals of(Stack stack) {
        return only(journal -> journal.keeps(stack));
    }

    /**
     * Waits until everything told so far is kept or lost. One that does not come to that in time is lost, and is not waited for
     * again. An interruption ends the wait, and the thread is interrupted when this returns.
     */
    public void await(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (JournalWriter writer : writers) {
                writer.await(until);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Nothing more is told. Says what became of each trail: what is lost of it, or else that it arrived; and nothing of one that
     * was told nothing. An interruption ends the wait, and the thread is interrupted when this returns.
     */
    public List<Delivery> end(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        boolean hurried = false;
        List<Delivery> all = new ArrayList<>(withheld);
        for (JournalWriter writer : writers) {
            try {
                all.addAll(hurried ? writer.endNow() : writer.end(until));
            } catch (InterruptedException interrupted) {
                hurried = true;
                all.addAll(writer.endNow());
            }
        }
        if (hurried) {
            Thread.currentThread().interrupt();
        }
        return withoutLost(all);
    }

    private RunJournals only(Predicate<RunJournal> which) {
        List<JournalWriter> some =
                writers.stream().filter(writer -> which.test(writer.journal())).toList();
        return new RunJournals(some, estate, known, withheld);
    }

    private boolean isAsked(RunJournal journal, StackFilter filter, Workload asked) {
        Set<Environment> named = AskedEnvironments.of(filter);
        Stream<Cell> cells = Stream.concat(
                estate.cells(stacks(asked)).stream(),
                named.stream().map(environment -> new Cell(Optional.of(environment), Optional.empty())));
        return named.isEmpty()
                || cells.filter(cell ->
                                cell.environment().filter(named::contains).isPresent())
                        .anyMatch(journal.kept());
    }

    private static List<Stack> stacks(Workload workload) {
        return Stream.concat(
                        workload.selected().stream(),
                        workload.skipped().stream().map(SkippedStack::stack))
                .toList();
    }

    /** A trail of which anything was lost is lost, whichever journal of it that was. */
    private static List<Delivery> withoutLost(List<Delivery> all) {
        Set<String> lost = all.stream()
                .filter(Delivery.Undelivered.class::isInstance)
                .map(Delivery::destination)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(delivery -> delivery instanceof Delivery.Undelivered || !lost.contains(delivery.destination()))
                .distinct()
                .toList();
    }
}
