package dev.drift.cli;

import dev.drift.config.Problems;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.provision.page.ProvisionConsole;
import dev.drift.provision.page.ProvisionFile;
import dev.drift.provision.page.ProvisionFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What becomes of the report of a provisioning. */
final class ProvisionOutput {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Words.ProvisionFormats.class,
            description = "What standard output holds: console, json or markdown. Default: console.")
    ProvisionFormat format = ProvisionFormat.CONSOLE;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "Write the report to a file as well, whole or not at all. May be repeated.")
    List<Target> reports = new ArrayList<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no plans before they are applied; only errors on standard error.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Show everything: in full, what tools print, and where Drift broke, if it does. What tools print can"
                            + " hold values that they do not know to be secret.")
    boolean verbose;

    /** A report that is asked for in a file. */
    record Target(ProvisionFormat format, Path file) {}

    /** The files that reports go to; what is wrong with them is added to the problems. */
    List<ProvisionSink> sinks(Surroundings surroundings, Problems problems) {
        Set<Path> taken = new HashSet<>();
        List<ProvisionSink> sinks = new ArrayList<>();
        for (Target target : reports) {
            OutputOptions.place(target.file(), taken, surroundings, problems)
                    .ifPresent(file -> sinks.add(new ProvisionFile(file, target.format())));
        }
        return sinks;
    }

    /** What standard output holds. */
    String text(ProvisionReport report, Surroundings surroundings) {
        return format == ProvisionFormat.CONSOLE
                ? new ProvisionConsole(
                                surroundings.coloursOut(),
                                surroundings.terminal().width(),
                                verbose)
                        .render(report)
                : format.render(report);
    }
}
