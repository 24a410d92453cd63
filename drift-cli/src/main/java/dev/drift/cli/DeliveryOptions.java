package dev.drift.cli;

import dev.drift.Drift;
import dev.drift.cli.wiring.Audience;
import dev.drift.config.Problems;
import dev.drift.github.GitHubDelivery;
import dev.drift.github.GitHubPreviews;
import dev.drift.github.GitHubSinks;
import dev.drift.github.GitHubSwitch;
import dev.drift.preview.PreviewReport;
import dev.drift.report.DriftReport;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.cloud.live.CloudSwitch;
import dev.drift.terramate.cloud.message.Target;
import dev.drift.terramate.process.UserEnvironment;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who is told of a run: Terramate Cloud while it goes on, GitHub when it is over. */
final class DeliveryOptions {

    @Option(
            names = "--deliver",
            description =
                    "Tell Terramate Cloud of every stack. Default: where TMC_TOKEN or another of its settings is set.")
    boolean deliver;

    @Option(names = "--no-deliver", description = "Tell neither Terramate Cloud nor GitHub anything, whatever is set.")
    boolean noDeliver;

    @Option(
            names = "--require-delivery",
            description =
                    "Exit with 1 if anything that is switched on could not be told. Without it that is only said. Not"
                            + " where nothing is switched on.")
    boolean requireDelivery;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "The target of the stacks in Terramate Cloud, if the project has targets.")
    Optional<Target> target = Optional.empty();

    @Option(
            names = "--github-issues",
            description = {
                "Keep a GitHub issue for each drifted stack: opened, edited and closed as the drift comes, moves and"
                        + " goes. Needs GITHUB_TOKEN. In GitHub Actions job summary, annotations, check and the comment on"
                        + " the pull request come without an option."
            })
    boolean githubIssues;

    /** Nobody is told. */
    static DeliveryOptions none() {
        DeliveryOptions none = new DeliveryOptions();
        none.noDeliver = true;
        return none;
    }

    /** Prints what GitHub shows beside the code, in a job of GitHub Actions. */
    void annotate(DriftReport report, Surroundings surroundings) {
        if (!noDeliver) {
            GitHubSinks.commands(report, surroundings.environment())
                    .forEach(command -> surroundings.err().print(command + "\n"));
            surroundings.err().flush();
        }
    }

    /** Prints what GitHub shows of a preview beside the code, in a job of GitHub Actions. */
    void annotate(PreviewReport preview, Surroundings surroundings) {
        if (!noDeliver) {
            GitHubPreviews.commands(preview, surroundings.environment())
                    .forEach(command -> surroundings.err().print(command + "\n"));
            surroundings.err().flush();
        }
    }

    /** How others are told; what is wrong with the options is added to the problems. */
    Audience audience(Surroundings surroundings, Problems problems) {
        return audience(surroundings, problems, false);
    }

    /** The same, with deployments on GitHub if they are asked for. */
    Audience audience(Surroundings surroundings, Problems problems, boolean githubDeployments) {
        if (noDeliver && githubDeployments) {
            problems.add(
                    "--no-deliver", "Cannot be used together with --github-deployments: they ask for the opposite");
        }
        Audience audience =
                new Audience(cloud(surroundings, problems), told(surroundings).withDeployments(githubDeployments));
        boolean nobody = !audience.cloud().isLikely() && !audience.github().isOn();
        if (requireDelivery && !noDeliver && nobody) {
            problems.add(
                    "--require-delivery",
                    "Nothing is switched on that could be told: no setting of Terramate Cloud such as TMC_TOKEN is"
                            + " found, this is no job of GitHub Actions, and neither --deliver nor --github-issues asks"
                            + " for it");
        }
        return audience;
    }

    /** How GitHub is told. */
    private GitHubDelivery told(Surroundings surroundings) {
        GitHubDelivery found = github(surroundings).withIssues(githubIssues);
        return noDeliver ? found.switched(GitHubSwitch.OFF) : found;
    }

    /** How Terramate Cloud is told; what is wrong with the options is added to the problems. */
    private CloudDelivery cloud(Surroundings surroundings, Problems problems) {
        if (noDeliver && (deliver || requireDelivery || githubIssues)) {
            String opposite = deliver ? "--deliver" : requireDelivery ? "--require-delivery" : "--github-issues";
            problems.add("--no-deliver", "Cannot be used together with " + opposite + ": they ask for the opposite");
        }
        return found(surroundings)
                .to(target)
                .switched(noDeliver ? CloudSwitch.OFF : deliver ? CloudSwitch.ON : CloudSwitch.FOUND);
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
