package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.audit.RunJournal;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.code.IacTool;
import dev.drift.config.Problems;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Shard;
import dev.drift.history.ReportHistory;
import dev.drift.sink.ReportSink;
import dev.drift.stack.StackFilter;
import dev.drift.terramate.TerramateCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at stacks and says which drifted. */
@Command(
        name = "detect",
        header = "Looks at stacks and says which no longer match what was last applied.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nEvery selected stack is planned by its own tool against its live objects; one that was just planned and"
                    + " is unchanged is only read (--engine). Nothing is written to the repository, the state or the cloud, and no state is locked. A stack that cannot be looked at"
                    + " is unknown, which is neither in sync nor drifted."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  in sync",
            "   2  drifted",
            "   3  unknown: of at least one stack nothing can be said, whatever the others say",
            "   1  the run itself failed, a report could not be written, or --require-delivery was not met",
            "  64  an option or the repository cannot be used, or nothing is selected",
            "",
            "After Ctrl-C or SIGTERM the report is still printed, with what was not done as unknown, and the code is"
                    + " 130 or 143.",
            "",
            "Examples:",
            "  drift detect --select Environment:prod,Region:eu-central-1",
            "  drift detect --environment prod --parallelism 12 --timeout 30m",
            "  drift detect --changed --base origin/main",
            "  drift detect --shard 2/5 --format json --report junit=drift.xml --report markdown=drift.md",
            "",
            "Colours follow NO_COLOR, CLICOLOR_FORCE and TERM."
        })
final class DetectCommand implements dev.drift.cli.Command {

    @Mixin
    StackOptions stacks = new StackOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Only share I of N equal shares of the selected stacks. Default: as an indexed job of Kubernetes"
                            + " (with DRIFT_SHARDS) or an array job of AWS Batch says, else everything.")
    Optional<Shard> shard = Optional.empty();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description =
                    "How many stacks side by side, over all cells. Default: what drift.yaml says of the one environment"
                            + " that is named, or of runs on demand; else 5.")
    Optional<Parallelism> parallelism = Optional.empty();

    @Option(names = "--ignore-windows", description = "Look at cells whose maintenance windows are closed as well.")
    boolean windowsIgnored;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long one stack may take, such as 90s, 15m, 1h. Default: 15m.")
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
                "shared lets all stacks of an account plan with one provider process, which is many times faster;"
                        + " plain lets the tool start its own for each. A stack that cannot share is planned plainly and"
                        + " says why. Default: shared."
            })
    Tooling.Provider provider = Tooling.Provider.SHARED;

    @Option(
            names = "--engine",
            paramLabel = "WHICH",
            completionCandidates = Words.Engines.class,
            description = {
                "plan has every stack planned by its tool; auto reads only the live objects of a stack whose last full"
                        + " plan showed nothing, as long as its code, state, variables and account are the same, and"
                        + " plans it if one of them moved. Default: auto."
            })
    Tooling.Engine engine = Tooling.Engine.AUTO;

    @Option(
            names = "--plan-age",
            paramLabel = "TIME",
            description = "How old a full plan may become before auto plans again, at most a day. Default: 24h.")
    Duration planAge = Duration.ofHours(24);

    @Option(
            names = "--verify-sample",
            paramLabel = "N",
            description = "Plan N stacks, taken at random, plainly as well and report any difference. Default: 0.")
    Sample sample = Sample.NONE;

    @Mixin
    DutyOptions duties = new DutyOptions();

    @Mixin
    HistoryOptions history = new HistoryOptions();

    @Mixin
    DeliveryOptions delivery = new DeliveryOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Problems problems = new Problems();
        DriftFile file = stacks.file(surroundings);
        StackFilter selected = stacks.filter(file.estate(), problems);
        change.check(problems);
        List<ReportSink> sinks = output.sinks(surroundings, problems);
        Audience audience = delivery.audience(surroundings, problems);
        Optional<Shard> share = shard.or(() -> new ShardVariables(surroundings.environment()).shard(problems));
        List<RunJournal> journals = duties.journals(file, delivery, surroundings, problems);
        sinks.addAll(duties.alerts(file, delivery, surroundings, problems));
        EstateDefinition estate = duties.promising(file.estate());
        problems.throwIfAny();
        Path root = surroundings.at(stacks.root);
        StackFilter filter = change.among(selected, root, surroundings);
        DriftRun.Builder run = runs.detecting(
                        root, new Tooling(tool.or(file::tool), provider, engine, planAge, file.estate()), audience)
                .selecting(filter)
                .taking(share.orElse(Shard.WHOLE))
                .dividedBy(estate)
                .parallelism(
                        OpenFiles.fitting(slots(file.estate()), surroundings).stacks())
                .timeout(timeout)
                .verifying(sample.stacks())
                .describedBy(origin(root, selected, surroundings));
        if (windowsIgnored) {
            run.ignoringWindows();
        }
        sinks.forEach(run::deliveringTo);
        Optional<ReportHistory> remembered =
                history.history(TerramateCatalog.at(root).root(), surroundings);
        remembered.ifPresent(run::remembering);
        return Execution.of(
                stacks.emptyAllowed || change.changed ? run.allowingEmptySelection() : run,
                journals,
                output,
                delivery,
                surroundings,
                report -> remembered.ifPresent(
                        in -> new OtherCells(file.estate(), in).sayWhichAreOverdue(report, surroundings)));
    }

    /** One environment has its own; several share what is there for runs on demand. */
    private Parallelism slots(EstateDefinition estate) {
        return parallelism
                .or(() -> StackOptions.only(stacks.environments)
                        .flatMap(name -> estate.of(new Environment(name)))
                        .map(defined -> defined.means().parallelism()))
                .orElse(estate.onDemand());
    }

    private Map<String, String> origin(Path root, StackFilter selected, Surroundings surroundings) {
        Map<String, String> origin = new HashMap<>(Origin.of(root, surroundings.environment()));
        StackOptions.only(stacks.environments)
                .or(() -> StackOptions.only("environment", selected))
                .ifPresent(name -> origin.put("environment", name));
        StackOptions.only(stacks.regions)
                .or(() -> StackOptions.only("region", selected))
                .ifPresent(name -> origin.put("region", name));
        return origin;
    }
}
