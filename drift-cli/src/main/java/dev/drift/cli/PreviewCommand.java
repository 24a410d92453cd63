package dev.drift.cli;

import dev.drift.PreviewDone;
import dev.drift.PreviewRun;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.Engine;
import dev.drift.cli.estate.Engines;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.code.IacTool;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.sink.Delivery;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.StackFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a change would do. */
@Command(
        name = "preview",
        header = "Checks and plans the stacks that a change concerns, and says where each planned change comes from.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nEvery changed stack is checked for its format, validated and planned by its own tool. What would happen is"
                    + " marked: it comes from this change, overwrites what somebody changed live, was pending before, or"
                    + " only puts back what already drifted. Nothing is rewritten; nothing is written to the repository,"
                    + " the state or the cloud, and no state is locked. A stack whose code is not valid is not planned.",
            "%nThe pull request of a fork is not planned: its code must not run with the credentials of the job."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  done, whatever would change; also if no stack changed, or the change comes from a fork",
            "   1  code is not formatted or not valid, the run itself failed, a report could not be written, or",
            "      --require-delivery was not met",
            "   3  incomplete: a stack could not be checked or planned for another reason",
            "  64  an option or the repository cannot be used, or nothing is selected",
            "",
            "After Ctrl-C or SIGTERM the preview is still printed, with what was not done as unknown, and the code is"
                    + " 130 or 143.",
            "",
            "Examples:",
            "  drift preview",
            "  drift preview --base origin/main --environment prod --report markdown=preview.md",
            "  drift preview --base-report main.json --format json",
            "",
            "Colours follow NO_COLOR, CLICOLOR_FORCE and TERM."
        })
final class PreviewCommand implements dev.drift.cli.Command {

    @Mixin
    StackOptions stacks = new StackOptions();

    @Option(
            names = "--base",
            paramLabel = "REVISION",
            description = {
                "Stacks that changed since this revision of git. Default: since the branch left the trunk, and on the trunk"
                        + " since the last commit."
            })
    Optional<String> base = Optional.empty();

    @Option(
            names = "--base-report",
            paramLabel = "REPORT.json",
            description = {
                "What 'drift detect --format json' said at the base. What was pending there already is marked so instead"
                        + " of as coming from this change."
            })
    Optional<Path> baseReport = Optional.empty();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many stacks side by side. Default: what drift.yaml says of runs on demand, else 5.")
    Optional<Parallelism> parallelism = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long one stack may take as a whole, such as 90s, 15m, 1h. Default: 15m.")
    Duration timeout = Duration.ofMinutes(15);

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            completionCandidates = Words.Tools.class,
            description = "terraform, tofu or terragrunt. Default: what each stack looks like.")
    Optional<IacTool> tool = Optional.empty();

    @Option(
            names = "--provider",
            paramLabel = "WHICH",
            completionCandidates = Words.Providers.class,
            description = {
                "shared lets all stacks of an account plan with one provider process; plain lets the tool start its own"
                        + " for each. Default: shared."
            })
    Tooling.Provider provider = Tooling.Provider.SHARED;

    @Mixin
    DeliveryOptions delivery = new DeliveryOptions();

    @Mixin
    ResidencyOptions residency = new ResidencyOptions();

    @Mixin
    PreviewOutput output = new PreviewOutput();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Problems problems = new Problems();
        DriftFile file = stacks.file(surroundings);
        StackFilter filter = stacks.filter(file.estate(), problems);
        base.filter(revision -> revision.isBlank() || revision.startsWith("-"))
                .ifPresent(revision -> problems.add("--base", "\"" + revision + "\" is no revision of git"));
        Optional<DriftReport> before = baseReport.flatMap(named -> read(named, surroundings, problems));
        List<PreviewSink> sinks = output.sinks(surroundings, problems);
        Audience audience = delivery.audience(surroundings, problems);
        EstateDefinition estate = residency.promising(file.estate());
        problems.throwIfAny();
        Path root = surroundings.at(stacks.root);
        PreviewRun.Builder run = runs.previewing(root, base, tooling(file), audience)
                .selecting(filter)
                .dividedBy(estate)
                .parallelism(OpenFiles.fitting(parallelism.orElse(file.estate().onDemand()), surroundings)
                        .stacks())
                .timeout(timeout)
                .describedBy(origin(root, surroundings));
        before.ifPresent(report -> {
            sayWhatIsOpen(report, surroundings);
            run.comparedWith(report);
        });
        new StrangersCode(surroundings.environment()).refusal().ifPresent(run::refusedBecause);
        sinks.forEach(run::deliveringTo);
        return execute(
                stacks.emptyAllowed ? run.allowingEmptySelection() : run, ResidencyGate.of(estate), surroundings);
    }

    /** Runs to the end, also when it is cancelled: the preview is whole then too. */
    private ExitCode execute(PreviewRun.Builder described, ResidencyGate gate, Surroundings surroundings) {
        Interruption signals = Interruption.ofThisThread();
        try {
            PreviewDone done = watched(described, surroundings);
            if (Thread.interrupted()) {
                surroundings.say("Cancelled: what was not done is unknown");
            }
            done.report().refusal().ifPresent(reason -> surroundings.say("No plan is made: " + reason));
            surroundings.out().print(output.text(done.report(), surroundings));
            surroundings.out().flush();
            List<Delivery> deliveries = new ArrayList<>(done.deliveries());
            deliveries.addAll(delivery.annotate(done.report(), gate, surroundings));
            boolean delivered = Execution.isDelivered(
                    deliveries, done.liveDeliveries(), output.quiet, delivery.requireDelivery, surroundings);
            return delivered ? ExitCode.of(done.report().verdict()) : ExitCode.FAILED;
        } finally {
            signals.over();
        }
    }

    private PreviewDone watched(PreviewRun.Builder described, Surroundings surroundings) {
        try (Progress progress = Progress.shown(output, surroundings)) {
            return described.listening(progress).build().execute();
        }
    }

    private static void sayWhatIsOpen(DriftReport base, Surroundings surroundings) {
        long open = base.stacks().stream()
                .filter(stack -> stack.check().isUnplanned())
                .count();
        if (open > 0) {
            surroundings.say("The base report does not know what was pending in " + open
                    + " of its stacks, which were only read: what waited there before counts as part of this change");
        }
    }

    private Optional<DriftReport> read(Path named, Surroundings surroundings, Problems problems) {
        try {
            return Optional.of(ReportJson.read(named.toString(), Files.readString(surroundings.at(named))));
        } catch (IOException unreadable) {
            problems.add("--base-report", named + " cannot be read");
        } catch (InvalidConfigException wrong) {
            wrong.problems().forEach(problems::add);
        }
        return Optional.empty();
    }

    private Tooling tooling(DriftFile file) {
        return new Tooling(
                tool.or(file::tool), provider, Engines.all(Engine.PLAN), Duration.ZERO, file.estate(), List.of());
    }

    private Map<String, String> origin(Path root, Surroundings surroundings) {
        Map<String, String> origin = new HashMap<>(Origin.of(root, surroundings.environment()));
        StackOptions.only(stacks.environments).ifPresent(name -> origin.put("environment", name));
        StackOptions.only(stacks.regions).ifPresent(name -> origin.put("region", name));
        return origin;
    }
}
