package dev.drift.cli;

import dev.drift.AuditedRun;
import dev.drift.RunResult;
import dev.drift.audit.AuditEvent;
import dev.drift.audit.RunJournal;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.serve.CellFile;
import dev.drift.cli.serve.CellWork;
import dev.drift.cli.wiring.Runs;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.render.Headline;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.sink.ReportFile;
import dev.drift.timetable.MissedTicks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One cell that is served: looked at as {@code drift detect --environment E --region R} does, with a report, a history, deliveries
 * and journals of its own.
 *
 * @param options how
 * @param cell which cell
 * @param reports where its last report is kept
 * @param file what {@code drift.yaml} says when it is looked at
 */
record CellDetection(
        ServeCommand options, Cell cell, Path reports, Supplier<DriftFile> file, Surroundings surroundings, Runs runs)
        implements CellWork {

    /** The same, after whatever is wrong with the options was told: before anything is due, not at night. */
    CellDetection checked() {
        described();
        return this;
    }

    @Override
    public Done run(Instant tick, List<MissedTicks> untold) {
        DetectCommand.Described described = described();
        described
                .run()
                .noticing(stacks -> untold)
                .deliveringTo(new ReportFile(reports.resolve(CellFile.name(cell) + ".json"), ReportJson::write));
        RunResult result = new AuditedRun(described.run().build(), described.journals()).execute(workload -> {});
        Deliveries all = new Deliveries(result.deliveries());
        all.sayWhatIsLost(surroundings);
        new Deliveries(result.liveDeliveries()).sayWhatIsLost(surroundings);
        return new Done(Thread.interrupted(), words(result.report()));
    }

    @Override
    public void closed(String reason) {
        keep(AuditEvent.of(AuditEvent.Kind.SKIPPED).with("reason", reason));
    }

    /** Keeps in the trails of the cell what happened to it outside of a run. */
    void keep(AuditEvent event) {
        for (RunJournal journal : described().journals()) {
            if (journal.kept().test(cell)) {
                journal.happened("", Optional.of(cell), event);
            }
        }
    }

    private DetectCommand.Described described() {
        DetectCommand detect = new DetectCommand();
        detect.stacks.root = options.root;
        detect.stacks.read = Optional.of(file.get());
        detect.stacks.environments =
                cell.environment().map(Environment::name).stream().toList();
        detect.stacks.regions = List.of(cell.region().map(Region::name).orElse("global"));
        detect.engine = options.engine;
        detect.duties = options.duties;
        detect.history = options.history;
        detect.delivery = options.delivery;
        detect.githubIssues = options.githubIssues;
        return detect.described(surroundings, runs);
    }

    private static String words(DriftReport report) {
        return report.verdict().word().replace('_', ' ') + ", " + Headline.counts(report.summary());
    }
}
