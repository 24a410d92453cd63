package dev.drift.cli;

import dev.drift.Drift;
import dev.drift.cli.wiring.Audience;
import dev.drift.config.Problems;
import dev.drift.estate.Residency;
import dev.drift.github.GitHubDelivery;
import dev.drift.github.GitHubPreviews;
import dev.drift.github.GitHubSinks;
import dev.drift.github.GitHubSwitch;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.StackPreview;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.ReportSink;
import dev.drift.sink.ResidencyGate;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.cloud.live.CloudSwitch;
import dev.drift.terramate.cloud.message.Target;
import dev.drift.terramate.process.UserEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Who is told of a run: Terramate Cloud while it goes on, GitHub when it is over. */
final class DeliveryOptions {

    private static final String ANNOTATIONS = "GitHub annotations";

    @Option(
            names = "--deliver",
            description =
                    "Tell Terramate Cloud of every stack. Default: where TMC_TOKEN or another of its settings is set.")
    boolean deliver;

    @Option(
            names = "--no-deliver",
            description =
                    "Tell nobody anything, whatever is set: neither Terramate Cloud nor GitHub, and no alert route or audit"
                            + " trail of drift.yaml.")
    boolean noDeliver;

    @Option(
            names = "--require-delivery",
            description =
                    "Exit with 1 if anything that is switched on could not be told; without it, and by serve, which goes on,"
                            + " that is only said. Not where nothing is switched on.")
    boolean requireDelivery;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "The target of the stacks in Terramate Cloud, if the project has targets.")
    Optional<Target> target = Optional.empty();

    /** What GitHub is told besides where somebody asks for it; which of them there is to ask for is up to the command. */
    enum Extra {
        NONE,
        ISSUES,
        DEPLOYMENTS;

        /** This, if it is asked for. */
        Extra given(boolean asked) {
            return asked ? this : NONE;
        }

        private String option() {
            return "--github-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nobody is told. */
    static DeliveryOptions none() {
        DeliveryOptions none = new DeliveryOptions();
        none.noDeliver = true;
        return none;
    }

    /**
     * Prints what GitHub shows beside the code, in a job of GitHub Actions, of what passes the gate; a delivery says what was
     * withheld.
     */
    List<Delivery> annotate(DriftReport report, ResidencyGate gate, Surroundings surroundings) {
        Optional<Residency> place = gate.promised(ANNOTATIONS, Optional.empty());
        return annotate(
                part -> GitHubSinks.commands(part, surroundings.environment()),
                report,
                gate.part(report, place),
                gate.withheld(report.stacks().stream().map(StackReport::stack), ANNOTATIONS, place),
                surroundings);
    }

    /** The same of a preview. */
    List<Delivery> annotate(PreviewReport preview, ResidencyGate gate, Surroundings surroundings) {
        Optional<Residency> place = gate.promised(ANNOTATIONS, Optional.empty());
        return annotate(
                part -> GitHubPreviews.commands(part, surroundings.environment()),
                preview,
                preview.only(stack -> gate.lets(stack, place)),
                gate.withheld(preview.stacks().stream().map(StackPreview::stack), ANNOTATIONS, place),
                surroundings);
    }

    private <T> List<Delivery> annotate(
            Function<T, List<String>> commands,
            T whole,
            T part,
            Optional<Delivery> withheld,
            Surroundings surroundings) {
        if (noDeliver) {
            return List.of();
        }
        List<String> shown = commands.apply(part);
        shown.forEach(command -> surroundings.err().print(command + "\n"));
        surroundings.err().flush();
        return shown.equals(commands.apply(whole))
                ? List.of()
                : withheld.stream().toList();
    }

    /** How others are told; what is wrong with the options is added to the problems. */
    Audience audience(Surroundings surroundings, Problems problems) {
        return audience(surroundings, problems, Extra.NONE, List.of());
    }

    /** The same, with something more on GitHub if that is asked for, besides the alert routes that are told. */
    Audience audience(Surroundings surroundings, Problems problems, Extra extra, List<ReportSink> alerts) {
        if (noDeliver && (deliver || requireDelivery || extra != Extra.NONE)) {
            String opposite = deliver ? "--deliver" : requireDelivery ? "--require-delivery" : extra.option();
            problems.add("--no-deliver", "Cannot be used together with " + opposite + ": they ask for the opposite");
        }
        GitHubDelivery github =
                github(surroundings).withIssues(extra == Extra.ISSUES).withDeployments(extra == Extra.DEPLOYMENTS);
        Audience audience =
                new Audience(cloud(surroundings, problems), noDeliver ? github.switched(GitHubSwitch.OFF) : github);
        boolean nobody = !audience.cloud().isLikely() && !audience.github().isOn() && alerts.isEmpty();
        if (requireDelivery && !noDeliver && nobody) {
            problems.add(
                    "--require-delivery",
                    "Nothing is switched on that could be told: no setting of Terramate Cloud such as TMC_TOKEN is"
                            + " found, this is no job of GitHub Actions, no alert route is told, and no option such as"
                            + " --deliver asks for it");
        }
        return audience;
    }

    /** How Terramate Cloud is told; what is wrong with its address is added to the problems where an option asks for it. */
    private CloudDelivery cloud(Surroundings surroundings, Problems problems) {
        CloudDelivery found = found(surroundings);
        if (deliver || (requireDelivery && found.isLikely())) {
            problems.addAll(found.problems());
        }
        return found.to(target).switched(noDeliver ? CloudSwitch.OFF : deliver ? CloudSwitch.ON : CloudSwitch.FOUND);
    }

    /** Introduced as this program, or as {@code DRIFT_USER_AGENT} says. */
    static CloudDelivery found(Surroundings surroundings) {
        return CloudDelivery.found(new UserEnvironment(surroundings.environment()), userAgent(surroundings));
    }

    /** How GitHub is told without issues. */
    static GitHubDelivery github(Surroundings surroundings) {
        return GitHubDelivery.found(surroundings.environment(), userAgent(surroundings));
    }

    private static String userAgent(Surroundings surroundings) {
        return new UserEnvironment(surroundings.environment())
                .variable("DRIFT_USER_AGENT")
                .orElse("drift/" + Drift.version());
    }
}
