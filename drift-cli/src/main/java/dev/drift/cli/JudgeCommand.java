package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.Problems;
import dev.drift.sink.ReportSink;
import dev.drift.terramate.plan.PlanFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges plans that somebody else made. */
@Command(
        name = "judge",
        header = "Judges plans made elsewhere: needs no cloud and no terraform.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nEach plan counts as a stack named by its file. It has to be the output of 'terraform show -json PLAN' or"
                    + " 'tofu show -json PLAN'. The judgement relies on the plan's own refresh: a plan made with"
                    + " -refresh=false shows no drift, and nothing in it tells. Nothing is waived: a plan does not say which"
                    + " stack it is of."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  in sync",
            "   2  drifted",
            "   3  unknown: at least one plan could not be judged",
            "   1  a report could not be written",
            "  64  an option or a file cannot be used",
            "",
            "Examples:",
            "  terraform plan -out plan && terraform show -json plan | drift judge -",
            "  drift judge --code stacks/prod/web plan.json",
            "  drift judge --format markdown plans/*.json"
        })
final class JudgeCommand implements dev.drift.cli.Command {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(paramLabel = "PLAN.json|-", arity = "1..*", description = "Files with plan JSON; - is standard input.")
    List<Path> plans = new ArrayList<>();

    @Option(
            names = "--code",
            paramLabel = "DIR",
            description = "The code the plans were made from, which tells what is to be ignored. Without it that is"
                    + " inferred.")
    Optional<Path> code = Optional.empty();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Problems problems = new Problems();
        PlanFiles files = files(surroundings, problems);
        List<ReportSink> sinks = output.sinks(surroundings, problems);
        Optional<Path> directory = code.map(surroundings::at);
        directory
                .filter(named -> !Files.isDirectory(named))
                .ifPresent(named -> problems.add("--code", "There is no directory " + code.orElse(named)));
        problems.throwIfAny();
        DriftRun.Builder run = runs.judging(files, directory);
        sinks.forEach(run::deliveringTo);
        ExitCode code = Execution.of(run, output, DeliveryOptions.none(), surroundings);
        if (!output.quiet) {
            surroundings.say("Judged by the refresh of " + (plans.size() == 1 ? "the plan" : "the plans")
                    + "; one made with -refresh=false would hide all drift");
        }
        return code;
    }

    private PlanFiles files(Surroundings surroundings, Problems problems) {
        PlanFiles files = PlanFiles.below(surroundings.directory());
        for (Path plan : new LinkedHashSet<>(plans)) {
            Path file = surroundings.at(plan);
            if (plan.equals(STANDARD_INPUT)) {
                files = files.with("standard-input", standardInput(surroundings, problems));
            } else if (!Files.isRegularFile(file) && !Files.isReadable(file)) {
                problems.add(plan.toString(), "There is no such file");
            } else if (Files.isDirectory(file)) {
                problems.add(plan.toString(), "A directory is no plan");
            } else {
                files = files.with(file);
            }
        }
        return files;
    }

    private static byte[] standardInput(Surroundings surroundings, Problems problems) {
        try {
            return surroundings.in().readAllBytes();
        } catch (IOException unreadable) {
            problems.add("-", "Standard input cannot be read: " + unreadable.getMessage());
            return new byte[0];
        }
    }
}
