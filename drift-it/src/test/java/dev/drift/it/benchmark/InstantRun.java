package dev.drift.it.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.AuditedRun;
import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.RunResult;
import dev.drift.audit.AuditFolder;
import dev.drift.audit.RunJournal;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.estate.EstateDefinition;
import dev.drift.history.CellFreshness;
import dev.drift.history.FileHistory;
import dev.drift.history.PassedTicks;
import dev.drift.history.ReportHistory;
import dev.drift.render.ReportFormat;
import dev.drift.report.StackReport;
import dev.drift.sink.ReportFile;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.testing.ScriptedProbe;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A program that looks at every stack of a repository as {@code drift detect} does, with a probe that answers at once, so that what
 * it takes is what Drift takes beside looking: reading stacks and {@code drift.yaml}, dividing the work among cells, remembering,
 * missed ticks, freshness, the audit trail and a report of every format.
 */
final class InstantRun {

    private InstantRun() {}

    /** With the repository and a folder for what is written; writes seconds of its own, peak MiB of heap, stacks and cells. */
    public static void main(String... arguments) throws Exception {
        Path repository = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        long start = System.nanoTime();
        EstateDefinition estate = DriftYaml.read(DriftYaml.NAME, repository.resolve(DriftYaml.NAME))
                .estate();
        ReportHistory history = FileHistory.in(output.resolve("history"), line -> {});
        DriftRun.Builder run = Drift.over(TerramateCatalog.at(repository))
                .probing(new ScriptedProbe())
                .dividedBy(estate)
                .parallelism(estate.onDemand().stacks())
                .remembering(history)
                .noticing(own -> new PassedTicks(estate, history).before(own, Instant.now()));
        for (ReportFormat format : ReportFormat.values()) {
            run.deliveringTo(new ReportFile(output.resolve("report." + format.word()), format::render));
        }
        RunJournal journal = new RunJournal(
                AuditFolder.at(output.resolve("trail")), estate::cellOf, cell -> true, Clock.systemUTC());
        RunResult result = new AuditedRun(run.build(), List.of(journal)).execute(workload -> {});
        List<CellFreshness> fresh = CellFreshness.of(
                estate,
                result.report().stacks().stream().map(StackReport::stack).toList(),
                history);
        double seconds = (System.nanoTime() - start) / 1e9;
        String figures = "%f %f %d %d"
                .formatted(seconds, heap(), result.report().summary().inSync(), fresh.size());
        Files.write(output.resolve("figures"), figures.getBytes(UTF_8));
    }

    private static double heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1_048_576.0;
    }
}
