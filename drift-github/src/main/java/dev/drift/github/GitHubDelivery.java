package dev.drift.github;

import static java.util.Objects.requireNonNull;

import dev.drift.github.job.GitHubJob;
import dev.drift.github.wire.WireSettings;
import java.util.Map;

/**
 * How a run is delivered to GitHub. It prints no variable: some are secrets.
 *
 * @param when whether it is
 * @param environment the variables that tell of the job and of the token: {@code GITHUB_TOKEN}, else {@code GH_TOKEN}
 * @param issues whether drifted stacks get issues, in a job and elsewhere
 * @param deployments whether a provisioning is told as deployments, in a job and elsewhere
 * @param wire how patient to be, and how to introduce oneself
 */
public record GitHubDelivery(
        GitHubSwitch when, Map<String, String> environment, boolean issues, boolean deployments, WireSettings wire) {

    public GitHubDelivery {
        requireNonNull(when, "when is null");
        environment = Map.copyOf(environment);
        requireNonNull(wire, "wire is null");
    }

    /** Where a job of GitHub Actions is found, without issues, introduced by that {@code User-Agent}. */
    public static GitHubDelivery found(Map<String, String> environment, String userAgent) {
        return new GitHubDelivery(GitHubSwitch.FOUND, environment, false, false, WireSettings.introducedAs(userAgent));
    }

    /** None. */
    public static GitHubDelivery off() {
        return found(Map.of(), "drift").switched(GitHubSwitch.OFF);
    }

    /** Whether anything is told at all. */
    public boolean isOn() {
        return when != GitHubSwitch.OFF && (issues || deployments || GitHubJob.isThere(environment));
    }

    /** The same, switched so. */
    public GitHubDelivery switched(GitHubSwitch other) {
        return new GitHubDelivery(other, environment, issues, deployments, wire);
    }

    /** The same, with issues or without. */
    public GitHubDelivery withIssues(boolean wanted) {
        return new GitHubDelivery(when, environment, wanted, deployments, wire);
    }

    /** The same, with deployments or without. */
    public GitHubDelivery withDeployments(boolean wanted) {
        return new GitHubDelivery(when, environment, issues, wanted, wire);
    }

    /** The same with another patience. */
    public GitHubDelivery over(WireSettings settings) {
        return new GitHubDelivery(when, environment, issues, deployments, settings);
    }

    @Override
    public String toString() {
        return "delivery to GitHub " + when + (issues ? " with issues" : "") + (deployments ? " with deployments" : "");
    }
}
