package dev.drift.cli;

import dev.drift.audit.RunJournal;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.ProvisionScope;
import dev.drift.cli.wiring.Runs;
import dev.drift.code.IacTool;
import dev.drift.config.Problems;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.provision.DestroyPolicy;
import dev.drift.provision.ProvisionResult;
import dev.drift.provision.ProvisionRun;
import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import dev.drift.stack.StackFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans stacks that changed and applies the plans. */
@Command(
        name = "provision",
        header = "Plans stacks that changed and applies exactly these plans, in run order.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nEach stack is planned by its own tool, with the lock of its state and a provider of its own, the plan"
                    + " is shown and then applied as it was shown, unless policy forbids it. A stack whose plan does"
                    + " nothing is not applied. One that fails or is refused stops those that depend on it, and no others."
                    + " In the end the stacks that were applied are looked at for drift."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  done, or nothing changed",
            "   3  incomplete: a stack was refused or not done, or is not in sync after its apply",
            "   1  a stack could not be planned or applied, a report or trail could not be written, or",
            "      --require-delivery was not met",
            "  64  an option or the repository cannot be used, nothing is selected, the code comes from a fork,",
            "      or code of a selected stack is not committed",
            "",
            "After Ctrl-C or SIGTERM what is being applied comes to its end, nothing else is begun, the report",
            "says what was not done, and the code is 130 or 143. A second signal changes nothing.",
            "",
            "Examples:",
            "  drift provision --environment prod --no-destroy",
            "  drift provision --environment prod --base HEAD~3 --max-destroy 2 --parallelism 4",
            "  drift provision --all --select Environment:dev --format json --report markdown=provision.md"
        })
final class ProvisionCommand implements dev.drift.cli.Command {

    @Mixin
    StackOptions stacks = new StackOptions();

    @Option(
            names = "--base",
            paramLabel = "REVISION",
            description = {
                "Only stacks that changed since this revision of git. Default: on the trunk since the last commit, on a"
                        + " branch since it left the trunk."
            })
    Optional<String> base = Optional.empty();

    @Option(names = "--all", description = "All selected stacks, changed or not. Not together with --base.")
    boolean all;

    @Option(
            names = "--no-destroy",
            description = "Refuse plans that delete or replace an object. The same as --max-destroy 0.")
    boolean noDestroy;

    @Option(
            names = "--max-destroy",
            paramLabel = "N",
            description = "Refuse plans by which the whole run would delete or replace more than N objects.")
    Optional<Integer> maxDestroy = Optional.empty();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many stacks that do not depend on each other side by side. Default: 1.")
    Parallelism parallelism = new Parallelism(1);

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = {
                "How long planning one stack may take, and applying it, such as 30m. An apply that takes longer is"
                        + " asked to stop and waited for. Default: 1h."
            })
    Duration timeout = Duration.ofHours(1);

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            completionCandidates = Words.Tools.class,
            description = "terraform, tofu or terragrunt. Default: what each stack looks like.")
    Optional<IacTool> tool = Optional.empty();

    @Option(
            names = "--github-deployments",
            description = {
                "Show each environment in which something is applied as a deployment on GitHub: in progress, then a"
                        + " success or a failure. Needs GITHUB_TOKEN."
            })
    boolean githubDeployments;

    @Mixin
    SafeguardOptions safeguards = new SafeguardOptions();

    @Mixin
    KeepingOptions keeping = new KeepingOptions();

    @Mixin
    DeliveryOptions delivery = new DeliveryOptions();

    @Mixin
    ProvisionOutput output = new ProvisionOutput();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Problems problems = new Problems();
        DriftFile file = stacks.file(surroundings);
        StackFilter filter = stacks.filter(file.estate(), problems);
        check(problems);
        safeguards.check(surroundings, problems);
        new StrangersCode(surroundings.environment())
                .refusal()
                .ifPresent(reason -> problems.add("provision", "Nothing is planned or applied: " + reason));
        List<ProvisionSink> sinks = output.sinks(surroundings, problems);
        Audience audience = delivery.audience(
                surroundings, problems, DeliveryOptions.Extra.DEPLOYMENTS.given(githubDeployments), List.of());
        List<RunJournal> journals = keeping.journals(file, delivery, surroundings, problems);
        EstateDefinition estate = keeping.promising(file.estate());
        problems.throwIfAny();
        Path root = surroundings.at(stacks.root);
        ProvisionRun.Builder run = runs.provisioning(root, new ProvisionScope(all, base, tool.or(file::tool)), audience)
                .selecting(filter)
                .destroying(policy())
                .dividedBy(estate)
                .parallelism(parallelism.stacks())
                .timeout(timeout)
                .describedBy(origin(root, filter, surroundings));
        if (!output.quiet) {
            run.telling(new ProvisionProgress(surroundings, output.verbose));
        }
        sinks.forEach(run::telling);
        journals.forEach(run::keptIn);
        safeguards.refused(root, surroundings).ifPresent(run::refusing);
        return execute((stacks.emptyAllowed ? run.allowingEmptySelection() : run).build(), surroundings);
    }

    private void check(Problems problems) {
        if (all && base.isPresent()) {
            problems.add(
                    "--all", "Cannot be used together with --base: it asks for stacks that did not change as well");
        }
        if (noDestroy && maxDestroy.isPresent()) {
            problems.add(
                    "--no-destroy", "Cannot be used together with --max-destroy: it is the same as --max-destroy 0");
        }
        maxDestroy.filter(most -> most < 0).ifPresent(most -> problems.add("--max-destroy", most + " is less than 0"));
        base.filter(revision -> revision.isBlank() || revision.startsWith("-"))
                .ifPresent(revision -> problems.add("--base", "\"" + revision + "\" is no revision of git"));
    }

    private DestroyPolicy policy() {
        return noDestroy
                ? DestroyPolicy.NONE
                : maxDestroy.map(DestroyPolicy::atMost).orElse(DestroyPolicy.ANY);
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

    private ExitCode execute(ProvisionRun run, Surroundings surroundings) {
        Interruption signals = Interruption.ofThisThread(
                () -> surroundings.say("Stops: what is being applied comes to its end, nothing else is begun."
                        + " A second signal changes nothing"),
                Optional.empty());
        try {
            ProvisionResult result = run.execute();
            if (Thread.interrupted()) {
                surroundings.say("Stopped: the report says what was not done");
            }
            surroundings.out().print(output.text(result.report(), surroundings));
            surroundings.out().flush();
            boolean delivered = isDelivered(result, surroundings);
            return delivered ? ExitCode.of(result.report().verdict()) : ExitCode.FAILED;
        } finally {
            signals.over();
        }
    }

    /** Reports and trails that were asked for must be at their place; others must arrive only where that is asked for. */
    private boolean isDelivered(ProvisionResult result, Surroundings surroundings) {
        Deliveries all = new Deliveries(result.deliveries());
        Deliveries reports = all.that(ProvisionCommand::isOwed);
        Deliveries others = all.that(told -> !isOwed(told));
        if (!output.quiet) {
            others.sayWhatArrived(surroundings);
        }
        all.sayWhatIsLost(surroundings);
        return reports.areWhole() && (!delivery.requireDelivery || others.areWhole());
    }

    private static boolean isOwed(Delivery told) {
        return told.destination().startsWith("file ") || told.destination().startsWith("audit trail ");
    }
}
