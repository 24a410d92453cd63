package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.audit.RunJournal;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.Problems;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Shard;
import dev.drift.history.PassedTicks;
import dev.drift.history.ReportHistory;
import dev.drift.sink.Delivery;
import dev.drift.sink.ReportSink;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.StackFilter;
import dev.drift.terramate.TerramateCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
                    + " is unknown, which is neither in sync nor drifted.",
            "%nIn a job for the pull request of a fork nothing is looked at: its code must not run with the credentials of"
                    + " the job."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  in sync",
            "   2  drifted",
            "   3  unknown: of at least one stack nothing can be said, whatever the others say",
            "   1  the run itself failed, a report could not be written, or --require-delivery was not met",
            "  64  an option or the repository cannot be used, nothing is selected, or the code comes from a fork",
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
            names = "--trusted-code",
            description = {
                "Look also in a job for the change of a fork: what is checked out is the repository's own code, such as its"
                        + " trunk, and not the fork's."
            })
    boolean codeTrusted;

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Mixin
    DutyOptions duties = new DutyOptions();

    @Mixin
    HistoryOptions history = new HistoryOptions();

    @Mixin
    DeliveryOptions delivery = new DeliveryOptions();

    @Option(
            names = "--github-issues",
            description = {
                "Keep a GitHub issue for each drifted stack: opened, edited and closed as the drift comes, moves and"
                        + " goes. Needs GITHUB_TOKEN. In GitHub Actions job summary, annotations, check and the comment on"
                        + " the pull request come without an option."
            })
    boolean githubIssues;

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Described described = described(surroundings, runs);
        DriftFile file = described.file();
        Instant now = Instant.now();
        described
                .remembered()
                .ifPresent(in -> described.run().noticing(own -> new PassedTicks(file.estate(), in).before(own, now)));
        return Execution.of(described.run(), described.journals(), output, delivery, surroundings, report -> {
            List<Delivery> annotated = delivery.annotate(report, described.gate(), surroundings);
            described
                    .remembered()
                    .ifPresent(in ->
                            new OtherCells(file.estate(), in).sayWhichAreOverdue(report, output.quiet, surroundings));
            return annotated;
        });
    }

    /** The run that the options mean; all that is wrong with them is told at once. */
    Described described(Surroundings surroundings, Runs runs) {
        Problems problems = new Problems();
        DriftFile file = stacks.file(surroundings);
        StackFilter selected = stacks.filter(file.estate(), problems);
        change.check(problems);
        engine.check(problems);
        stranger(surroundings).ifPresent(reason -> problems.add("detect", reason));
        List<ReportSink> sinks = output.sinks(surroundings, problems);
        Optional<Shard> share = shard.or(() -> new ShardVariables(surroundings.environment()).shard(problems));
        List<RunJournal> journals = duties.journals(file, delivery, surroundings, problems);
        Memories memories = Memories.of(file, surroundings, problems);
        List<ReportSink> alerts = duties.alerts(file, memories, stacks.named(file.estate()), delivery, surroundings);
        sinks.addAll(alerts);
        Audience audience =
                delivery.audience(surroundings, problems, DeliveryOptions.Extra.ISSUES.given(githubIssues), alerts);
        EstateDefinition estate = duties.promising(file.estate());
        problems.throwIfAny();
        Path root = surroundings.at(stacks.root);
        DriftRun.Builder run = engine.run(root, file, audience, runs)
                .selecting(change.among(selected, root, surroundings))
                .taking(share.orElse(Shard.WHOLE))
                .dividedBy(estate)
                .parallelism(
                        OpenFiles.fitting(slots(file.estate()), surroundings).stacks())
                .describedBy(origin(root, selected, surroundings));
        if (windowsIgnored) {
            run.ignoringWindows();
        }
        if (stacks.emptyAllowed || change.changed) {
            run.allowingEmptySelection();
        }
        sinks.forEach(run::deliveringTo);
        Optional<Function<Cell, ReportHistory>> remembered =
                history.histories(memories, TerramateCatalog.at(root).root(), surroundings);
        remembered.ifPresent(run::remembering);
        return new Described(run, journals, remembered, file, ResidencyGate.of(estate));
    }

    /**
     * A run, before it is executed.
     *
     * @param run the run
     * @param journals where it is kept
     * @param remembered where it is remembered, if anywhere
     * @param file what the estate's file says
     * @param gate what its facts pass on their way out
     */
    record Described(
            DriftRun.Builder run,
            List<RunJournal> journals,
            Optional<Function<Cell, ReportHistory>> remembered,
            DriftFile file,
            ResidencyGate gate) {}

    /** Why nothing is looked at, if the job is one for a stranger's change and nobody says that other code is checked out. */
    private Optional<String> stranger(Surroundings surroundings) {
        return new StrangersCode(surroundings.environment())
                .refusal()
                .filter(reason -> !codeTrusted)
                .map(reason -> "Nothing is planned: " + reason
                        + "; --trusted-code says that it is not the code that is checked out");
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
