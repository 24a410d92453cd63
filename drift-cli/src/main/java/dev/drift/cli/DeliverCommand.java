package dev.drift.cli;

import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.estate.Environment;
import dev.drift.github.GitHubPreviews;
import dev.drift.github.GitHubSinks;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportParts;
import dev.drift.sink.Delivery;
import dev.drift.sink.PreviewPublisher;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.ReportPublisher;
import dev.drift.sink.ReportSink;
import dev.drift.sink.ResidencyGate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells GitHub what other jobs saw, so that no job needs both the cloud's credentials and the right to write. */
@Command(
        name = "deliver",
        header = "Tells GitHub or the alert routes what the reports of other jobs say.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nThe jobs that look hold credentials of the cloud and write reports to files; the job that tells GitHub holds the"
                    + " right to write there and nothing else. Shares of one run are told as one. What one report is about is"
                    + " told also where another one is missing or cannot be used.",
            "%nWith --alerts the alert routes of drift.yaml are told instead: all reports as one, in one message a route. The job"
                    + " that does so needs the secrets of the routes and, for a memory in S3, credentials of the cloud, and no"
                    + " right to write to GitHub.",
            "%nWhat drift.yaml binds to a residency is told only where the same is promised, by sinks there or by"
                    + " --residency here."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  everything was told, whatever it says",
            "   1  a report is missing, or something could not be told, also because it is bound to a residency",
            "  64  an option or a file cannot be used, or there is nobody to tell",
            "",
            "Examples:",
            "  drift deliver --expect 2 --github-issues reports/*.json",
            "  drift deliver --alerts --expect 4 reports/*.json",
            "  drift deliver preview.json"
        })
final class DeliverCommand implements dev.drift.cli.Command {

    @Parameters(
            paramLabel = "REPORT.json",
            arity = "0..*",
            description = "Reports and previews, as --report json=FILE writes them.")
    List<Path> files = new ArrayList<>();

    @Option(
            names = "--expect",
            paramLabel = "N",
            description =
                    "How many different files there must be. A job that died wrote none, and that must not go unseen.")
    int expected;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = {
                "A directory of the repository, whose drift.yaml says what may not be told. Default: this one."
            })
    Path root = Path.of("");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "The drift.yaml that says it, where the repository is not checked out. Without one and outside of a"
                        + " repository nothing is told, nor is what another repository's runs reported."
            })
    Optional<Path> config = Optional.empty();

    @Mixin
    ResidencyOptions residency = new ResidencyOptions();

    @Option(names = "--alerts", description = "Tell the alert routes of drift.yaml, and not GitHub.")
    boolean alerting;

    @Mixin
    AlertOptions alerts = new AlertOptions();

    @Option(names = "--github-issues", description = "Keep a GitHub issue for each drifted stack.")
    boolean githubIssues;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show where Drift broke, if it does.")
    boolean verbose;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        ResidencyGate gate = gate(surroundings);
        Problems problems = new Problems();
        StoredReports stored = ours(StoredReports.in(files, surroundings, problems), surroundings, problems);
        List<Delivery> all = new ArrayList<>();
        boolean whole = stored.reports().isEmpty()
                || (alerting
                        ? alerted(stored, gate, all, problems, surroundings)
                        : told(stored, gate, all, surroundings));
        if (!alerting) {
            stored.previews().forEach(preview -> {
                List<PreviewSink> sinks =
                        GitHubPreviews.of(DeliveryOptions.github(surroundings)).all();
                all.addAll(new PreviewPublisher(sinks, gate).publish(preview));
            });
        }
        Deliveries deliveries = new Deliveries(all);
        deliveries.sayWhatArrived(surroundings);
        deliveries.sayWhatIsLost(surroundings);
        boolean complete = isComplete(surroundings);
        problems.throwIfAny();
        if (all.isEmpty() && complete && whole) {
            problems.add(
                    "",
                    alerting
                            ? "There is nobody to tell: no environment of these reports names an alert route"
                            : "There is nobody to tell: this is no job of GitHub Actions, and no issues are asked for");
            problems.throwIfAny();
        }
        return whole && complete && deliveries.areWhole() ? ExitCode.IN_SYNC : ExitCode.FAILED;
    }

    /** Reports do not say what they are bound to: the file beside the code does. */
    private ResidencyGate gate(Surroundings surroundings) {
        return ResidencyGate.of(residency.promising(file(surroundings).estate()));
    }

    /** What the file of this repository says of another one's reports is not meant for them; a file that is named may be. */
    private StoredReports ours(StoredReports stored, Surroundings surroundings, Problems problems) {
        Optional<String> here = Origin.repository(surroundings.at(root), surroundings.environment());
        Set<String> strangers = here.map(stored::strangers).orElse(Set.of());
        for (String other : strangers) {
            String both = "made in " + other + ", and this is " + here.orElse("");
            if (config.isPresent()) {
                surroundings.say("Told as " + config.get() + " says: what was " + both);
            } else {
                problems.add(
                        "--root",
                        "Not told: what was " + both
                                + ", whose drift.yaml does not say what may be told of it. Call this there, or name the"
                                + " drift.yaml that does by --config");
            }
        }
        return config.isPresent() ? stored : stored.without(strangers);
    }

    private DriftFile file(Surroundings surroundings) {
        if (config.isPresent()) {
            return DriftYaml.read(config.get().toString(), surroundings.at(config.get()));
        }
        Path directory = surroundings.at(root);
        if (DriftYaml.above(directory).isEmpty() && !DriftYaml.isInRepository(directory)) {
            throw InvalidConfigException.of(Problem.at(
                    "--config",
                    "Nothing is told: here is neither drift.yaml nor a repository, so nobody knows what is bound to a"
                            + " residency. Check the repository out, or name its drift.yaml"));
        }
        return StackOptions.file(root, surroundings);
    }

    /** Whether every subject could be told as a whole. */
    private boolean told(StoredReports stored, ResidencyGate gate, List<Delivery> all, Surroundings surroundings) {
        boolean whole = true;
        for (ReportParts subject : new ReportParts(stored.reports()).bySubject()) {
            List<ReportSink> sinks = GitHubSinks.of(
                            DeliveryOptions.github(surroundings).withIssues(githubIssues))
                    .all();
            try {
                all.addAll(new ReportPublisher(sinks, gate).publish(subject.whole()));
            } catch (InvalidConfigException inPieces) {
                inPieces.problems().forEach(problem -> surroundings.say("Not told: " + problem));
                whole = false;
            }
        }
        return whole;
    }

    /** Whether all of them could be told as one. */
    private boolean alerted(
            StoredReports stored,
            ResidencyGate gate,
            List<Delivery> all,
            Problems problems,
            Surroundings surroundings) {
        DriftFile file = file(surroundings);
        Memories memories = Memories.of(file, surroundings, problems);
        MergedAlerts merged = MergedAlerts.of(new ReportParts(stored.reports()), surroundings);
        for (DriftReport report : merged.reports()) {
            Set<Environment> seen = report.stacks().stream()
                    .flatMap(stack -> file.estate().cellOf(stack.stack()).environment().stream())
                    .collect(Collectors.toSet());
            report.run().from("environment").map(Environment::new).ifPresent(seen::add);
            List<ReportSink> sinks = alerts.sinks(file, memories, seen, surroundings);
            all.addAll(new ReportPublisher(sinks, gate).publish(report));
        }
        return merged.asOne();
    }

    private boolean isComplete(Surroundings surroundings) {
        int missing = expected - StoredReports.distinct(files, surroundings).size();
        if (missing > 0) {
            surroundings.say(
                    missing + " of " + expected + " reports are missing: of what they are about nothing is known");
        }
        return missing <= 0;
    }
}
