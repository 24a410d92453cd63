package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.audit.AuditEvent;
import dev.drift.audit.RunJournal;
import dev.drift.audit.RunJournals;
import dev.drift.catalog.Workload;
import dev.drift.config.InvalidConfigException;
import dev.drift.sink.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A run of which journals are kept, from its beginning to its end or to why it has none. A journal that cannot be kept is an
 * undelivered delivery of the result and changes nothing else.
 *
 * @param run the run
 * @param journals where it is kept
 */
public record AuditedRun(DriftRun run, List<RunJournal> journals) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public AuditedRun {
        requireNonNull(run, "run is null");
        journals = List.copyOf(journals);
    }

    /**
     * Executes the run as {@link DriftRun#execute()} does, and throws what that throws.
     *
     * @param expected is told what the run looks at, before it does
     * @return its result, in which the journals stand behind the other deliveries
     */
    public RunResult execute(Consumer<Workload> expected) {
        return execute(expected, PATIENCE);
    }

    /** The journals are waited for as long before the run, and once more behind it. */
    RunResult execute(Consumer<Workload> expected, Duration patience) {
        String id = run.nextId();
        RunJournals all = RunJournals.of(journals, run.selection().open().estate());
        Selection.Choice choice = choice(id, all, patience);
        Workload workload = choice.mine();
        boolean nothing = workload.isNothing() && run.selection().isFirstShare();
        RunJournals concerned = nothing ? asked(all) : all.concernedBy(workload);
        try {
            expected.accept(workload);
            if (nothing) {
                RunResult result = run.execute(id, () -> choice);
                concerned.keep(journal -> journal.nothingSelected(id, run.selector()));
                return with(result, end(concerned, patience));
            }
            concerned.keep(journal -> journal.started(id, run.selector(), workload));
            Uninterrupted.run(() -> concerned.await(patience));
            return kept(run.execute(id, () -> choice), concerned, patience);
        } catch (RuntimeException | Error broken) {
            keepFailure(id, concerned, broken, patience);
            throw broken;
        }
    }

    private Selection.Choice choice(String id, RunJournals all, Duration patience) {
        try {
            return run.selection().now();
        } catch (InvalidConfigException nothing) {
            RunJournals asked = asked(all);
            asked.keep(journal -> journal.nothingSelected(id, run.selector()));
            end(asked, patience);
            throw nothing;
        } catch (RuntimeException | Error broken) {
            keepFailure(id, asked(all), broken, patience);
            throw broken;
        }
    }

    private RunJournals asked(RunJournals all) {
        return all.askedBy(run.selection().catalog(), run.selection().filter());
    }

    private static void keepFailure(String id, RunJournals concerned, Throwable broken, Duration patience) {
        concerned.keepFailure(id, AuditEvent.of(AuditEvent.Kind.RUN_FAILED), broken);
        end(concerned, patience);
    }

    private static RunResult kept(RunResult result, RunJournals concerned, Duration patience) {
        List<Delivery> told = Stream.concat(result.deliveries().stream(), result.liveDeliveries().stream())
                .toList();
        concerned.keep(journal -> journal.finished(result.report(), told));
        return with(result, end(concerned, patience));
    }

    private static RunResult with(RunResult result, List<Delivery> journals) {
        return new RunResult(
                result.report(),
                Stream.concat(result.deliveries().stream(), journals.stream())
                        .distinct()
                        .toList(),
                result.liveDeliveries());
    }

    /** An interrupted thread waits for nothing, and a cancelled run is kept as well. */
    private static List<Delivery> end(RunJournals journals, Duration patience) {
        return Uninterrupted.doing(() -> journals.end(patience));
    }
}
