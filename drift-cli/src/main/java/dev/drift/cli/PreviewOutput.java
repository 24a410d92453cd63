package dev.drift.cli;

import dev.drift.config.Problems;
import dev.drift.preview.PreviewReport;
import dev.drift.render.PreviewConsole;
import dev.drift.render.PreviewFormat;
import dev.drift.sink.PreviewFile;
import dev.drift.sink.PreviewSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What becomes of a preview. */
final class PreviewOutput {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Words.PreviewFormats.class,
            description = "What standard output holds: console, json or markdown. Default: console.")
    PreviewFormat format = PreviewFormat.CONSOLE;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "Write the preview to a file as well, whole or not at all. May be repeated.")
    List<PreviewTarget> reports = new ArrayList<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress; only errors on standard error.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Show everything: in full, why stacks changed, warnings, what tools print, and where Drift broke, if it"
                            + " does. What tools print can hold values that they do not know to be secret.")
    boolean verbose;

    /** The files that the preview goes to; what is wrong with them is added to the problems. */
    List<PreviewSink> sinks(Surroundings surroundings, Problems problems) {
        Set<Path> taken = new HashSet<>();
        List<PreviewSink> sinks = new ArrayList<>();
        for (PreviewTarget target : reports) {
            OutputOptions.place(target.file(), taken, surroundings, problems)
                    .ifPresent(file -> sinks.add(new PreviewFile(file, target.format()::render)));
        }
        return sinks;
    }

    /** What standard output holds. */
    String text(PreviewReport preview, Surroundings surroundings) {
        return format == PreviewFormat.CONSOLE
                ? new PreviewConsole(
                                surroundings.coloursOut(),
                                surroundings.terminal().width(),
                                verbose)
                        .render(preview)
                : format.render(preview);
    }
}
