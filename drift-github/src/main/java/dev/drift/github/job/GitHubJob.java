package dev.drift.github.job;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run knows of the GitHub it may run for.
 *
 * @param repository {@code owner/name}, if known
 * @param commit the commit on which checks are shown: the head of the pull request if there is one
 * @param pullRequest the pull request, if there is one
 * @param run where the run of the workflow can be watched
 * @param summary the file that becomes the job summary
 * @param workspace the root of the checkout
 */
public record GitHubJob(
        Optional<String> repository,
        Optional<String> commit,
        Optional<PullRequest> pullRequest,
        Optional<String> run,
        Optional<Path> summary,
        Optional<Path> workspace) {

    public GitHubJob {
        requireNonNull(repository, "repository is null");
        requireNonNull(commit, "commit is null");
        requireNonNull(pullRequest, "pullRequest is null");
        requireNonNull(run, "run is null");
        requireNonNull(summary, "summary is null");
        requireNonNull(workspace, "workspace is null");
    }

    /** Whether the variables are those of a job of GitHub Actions. */
    public static boolean isThere(Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /**
     * Why the code of a job of GitHub Actions is a stranger's, who cannot write to the repository: its token only reads, and the
     * code must not run with the credentials of the job. Empty if it is the repository's own, or this is no such job. The file
     * of the event is read for it.
     */
    public static Optional<String> strangersCode(Map<String, String> environment) {
        return isThere(environment) ? new JobVariables(environment).stranger() : Optional.empty();
    }

    /** What the variables say; the file of the event is read for it. */
    public static GitHubJob of(Map<String, String> environment) {
        JobVariables said = new JobVariables(environment);
        Optional<PullRequest> pullRequest = said.pullRequest();
        return new GitHubJob(
                said.repository(),
                pullRequest.map(PullRequest::head).or(said::commit),
                pullRequest,
                said.run(),
                said.file("GITHUB_STEP_SUMMARY"),
                said.file("GITHUB_WORKSPACE"));
    }
}
