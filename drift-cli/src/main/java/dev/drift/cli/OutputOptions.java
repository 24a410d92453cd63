package dev.drift.cli;

import dev.drift.config.Problems;
import dev.drift.render.ConsoleReport;
import dev.drift.render.ReportFormat;
import dev.drift.render.SarifReport;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportFile;
import dev.drift.sink.ReportSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What becomes of a report. */
final class OutputOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Words.Formats.class,
            description = "What standard output holds: console, json, markdown, junit or sarif. Default: console.")
    ReportFormat format = ReportFormat.CONSOLE;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "Write the report to a file as well, whole or not at all. May be repeated.")
    List<ReportTarget> reports = new ArrayList<>();

    @Option(names = "--exit-zero", description = "Exit with 0 where it would be 2 or 3, for those who read the report.")
    boolean exitZero;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress; only errors on standard error.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Show everything: in full, what is fine, what tools print, and where Drift broke, if it does. What"
                            + " tools print can hold values that they do not know to be secret.")
    boolean verbose;

    /** The files that reports go to; what is wrong with them is added to the problems. */
    List<ReportSink> sinks(Surroundings surroundings, Problems problems) {
        Set<Path> taken = new HashSet<>();
        List<ReportSink> sinks = new ArrayList<>();
        for (ReportTarget target : reports) {
            place(target.file(), taken, surroundings, problems)
                    .ifPresent(file -> sinks.add(new ReportFile(file, report -> text(target.format(), report))));
        }
        return sinks;
    }

    /** Where a report goes that is asked for by name; empty where it cannot, which is added to the problems. */
    static Optional<Path> place(Path named, Set<Path> taken, Surroundings surroundings, Problems problems) {
        Path file = surroundings.at(named);
        if (!taken.add(file)) {
            problems.add("--report", "Two reports want the file " + named);
        } else if (Files.isDirectory(file)) {
            problems.add("--report", named + " is a directory");
        } else if (!Files.isDirectory(Objects.requireNonNullElse(file.getParent(), file))) {
            problems.add("--report", "There is no directory for " + named);
        } else {
            return Optional.of(file);
        }
        return Optional.empty();
    }

    /** What standard output holds. */
    String text(DriftReport report, Surroundings surroundings) {
        return format == ReportFormat.CONSOLE
                ? new ConsoleReport(
                                surroundings.coloursOut(),
                                surroundings.terminal().width(),
                                verbose)
                        .render(report)
                : text(format, report);
    }

    /** Code scanning wants to know files of the checkout, of which a report alone knows nothing. */
    private static String text(ReportFormat form, DriftReport report) {
        return form == ReportFormat.SARIF ? SarifReport.render(report, new SourceFiles()) : form.render(report);
    }

    /** How a run ends that delivered everything. */
    ExitCode exitCode(DriftReport report) {
        return exitZero ? ExitCode.IN_SYNC : ExitCode.of(report.verdict());
    }
}
