package dev.drift.cli;

import dev.drift.cli.wiring.Runs;
import dev.drift.config.Problems;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportParts;
import dev.drift.sink.ReportPublisher;
import dev.drift.sink.ReportSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts the reports of several machines together. */
@Command(
        name = "merge",
        header = "Puts reports of several runs together into one.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nThe shares of one run (detect --shard) become the report that one machine would have written. Reports of"
                    + " different cells become one over all of them. A share that is missing is never passed over."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  in sync",
            "   2  drifted",
            "   3  unknown",
            "   1  a report could not be written",
            "  64  an option or a file cannot be used, or a share is missing",
            "",
            "Examples:",
            "  drift merge shard-*.json --format json > drift.json",
            "  drift merge prod/*.json --report junit=drift.xml"
        })
final class MergeCommand implements dev.drift.cli.Command {

    @Parameters(paramLabel = "REPORT.json", arity = "1..*", description = "Reports, as --report json=FILE writes them.")
    List<Path> files = new ArrayList<>();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Problems problems = new Problems();
        StoredReports stored = StoredReports.in(files, surroundings, problems);
        List<ReportSink> sinks = output.sinks(surroundings, problems);
        if (!stored.previews().isEmpty()) {
            problems.add("REPORT.json", "A preview cannot be merged: it is about one change");
        }
        problems.throwIfAny();
        DriftReport report = new ReportParts(stored.reports()).whole();
        surroundings.out().print(output.text(report, surroundings));
        Deliveries deliveries = new Deliveries(new ReportPublisher(sinks).publish(report));
        deliveries.sayWhatIsLost(surroundings);
        return deliveries.areWhole() ? output.exitCode(report) : ExitCode.FAILED;
    }
}
