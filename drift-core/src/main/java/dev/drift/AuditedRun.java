package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.audit.RunJournal;
import dev.drift.catalog.Workload;
import dev.drift.config.InvalidConfigException;
import dev.drift.sink.Delivery;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A run of which journals are kept, from its beginning to its end or to why it has none. A journal that cannot be kept is an
 * undelivered delivery of the result and changes nothing else.
 *
 * @param run the run
 * @param journals where it is kept
 */
public record AuditedRun(DriftRun run, List<RunJournal> journals) {

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
        String id = run.nextId();
        Workload workload = workload(id);
        try {
            expected.accept(workload);
            if (workload.isNothing() && run.isFirstShare()) {
                return with(run.execute(id), each(journal -> journal.nothingSelected(id, run.selector())));
            }
            AuditedRun concerned = new AuditedRun(
                    run,
                    journals.stream()
                            .filter(journal -> journal.concerns(workload))
                            .toList());
            List<Delivery> begun = concerned.each(journal -> journal.started(id, run.selector(), workload));
            return concerned.kept(run.execute(id), begun);
        } catch (RuntimeException | Error broken) {
            keepFailure(id, broken);
            throw broken;
        }
    }

    private Workload workload(String id) {
        try {
            return run.workload();
        } catch (InvalidConfigException nothing) {
            each(journal -> journal.nothingSelected(id, run.selector()));
            throw nothing;
        } catch (RuntimeException | Error broken) {
            keepFailure(id, broken);
            throw broken;
        }
    }

    private void keepFailure(String id, Throwable broken) {
        String reason = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        each(journal -> journal.failed(id, broken.getClass().getSimpleName() + ": " + reason));
    }

    private RunResult kept(RunResult result, List<Delivery> begun) {
        List<Delivery> told = Stream.concat(result.deliveries().stream(), result.liveDeliveries().stream())
                .toList();
        List<Delivery> ended = each(journal -> journal.finished(result.report(), told));
        Stream<Delivery> lost = begun.stream().filter(Delivery.Undelivered.class::isInstance);
        return with(result, Stream.concat(lost, ended.stream()).toList());
    }

    private static RunResult with(RunResult result, List<Delivery> journals) {
        return new RunResult(
                result.report(),
                Stream.concat(result.deliveries().stream(), journals.stream())
                        .distinct()
                        .toList(),
                result.liveDeliveries());
    }

    /** A file cannot be written by a thread that is interrupted, and a cancelled run is kept as well. */
    private List<Delivery> each(Function<RunJournal, Delivery> kept) {
        return Uninterrupted.doing(() -> journals.stream().map(kept).toList());
    }
}
