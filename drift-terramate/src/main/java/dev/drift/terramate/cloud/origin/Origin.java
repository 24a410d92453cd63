package dev.drift.terramate.cloud.origin;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.Repository;
import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run comes from.
 *
 * @param repository the repository of the checkout
 * @param commit the commit that is checked out
 * @param metadata who runs, where and by which commit
 * @param reviewRequest the pull or merge request that the job runs for, if it does
 * @param jobUrl the page of the job, if it has one
 */
public record Origin(
        Repository repository,
        String commit,
        Metadata metadata,
        Optional<ReviewRequest> reviewRequest,
        Optional<String> jobUrl) {

    public Origin {
        requireNonNull(repository, "repository is null");
        requireNonNull(commit, "commit is null");
        requireNonNull(metadata, "metadata is null");
        requireNonNull(reviewRequest, "reviewRequest is null");
        requireNonNull(jobUrl, "jobUrl is null");
    }

    /**
     * The origin of a run in a checkout.
     *
     * @param root the root directory of the project
     * @param remote the git remote that names the repository
     * @param defaultBranch the branch that is deployed
     * @throws CloudException if there is no commit, or no remote that others can reach as well
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public static Origin of(Path root, String remote, String defaultBranch, UserEnvironment user)
            throws CloudException, InterruptedException {
        Git git = new Git(root, user);
        Commit commit = Commit.of(git).orElseThrow(() -> unknown("there is no commit in " + root));
        String url = git.answer("remote", "get-url", remote)
                .orElseThrow(() -> unknown("the repository has no remote \"" + remote + "\""));
        if (isLocal(root, url)) {
            throw unknown("the remote \"" + remote + "\" is a folder of this machine");
        }
        String name = RepositoryName.of(url)
                .orElseThrow(() -> unknown("the remote \"" + remote + "\" is at no URL that can be read"));
        return of(new Repository(name, defaultBranch), commit, user);
    }

    /** Whether a job runs for a pull or merge request, and says so. */
    public static boolean isForReview(UserEnvironment user) {
        if (isOn(user, "GITHUB_ACTIONS")) {
            return GithubEvent.of(user).isPresent();
        }
        return isOn(user, "GITLAB_CI") && GitlabMergeRequest.of(user).isPresent();
    }

    private static boolean isOn(UserEnvironment user, String job) {
        return user.variable(job)
                .filter(said -> !said.equals("0") && !said.equals("false"))
                .isPresent();
    }

    private static Origin of(Repository repository, Commit commit, UserEnvironment user) {
        if (isOn(user, "GITHUB_ACTIONS")) {
            return github(repository, commit, user);
        }
        if (isOn(user, "GITLAB_CI")) {
            return gitlab(repository, commit, user);
        }
        return new Origin(repository, commit.sha(), commit.metadata(), Optional.empty(), Optional.empty());
    }

    private static Origin github(Repository repository, Commit commit, UserEnvironment user) {
        Optional<GithubEvent> event = GithubEvent.of(user);
        Metadata metadata = commit.metadata().and(JobVariables.github(user));
        return new Origin(
                repository,
                commit.sha(),
                event.map(pull -> metadata.and(pull.metadata())).orElse(metadata),
                event.map(pull -> pull.reviewRequest(repository.name())),
                jobUrl(user));
    }

    private static Origin gitlab(Repository repository, Commit commit, UserEnvironment user) {
        Optional<GitlabMergeRequest> merge = GitlabMergeRequest.of(user);
        Metadata metadata = commit.metadata().and(JobVariables.gitlab(user));
        return new Origin(
                repository,
                commit.sha(),
                merge.map(request -> metadata.and(request.metadata())).orElse(metadata),
                merge.map(request -> request.reviewRequest(repository.name(), commit.sha())),
                user.variable("CI_JOB_URL"));
    }

    private static Optional<String> jobUrl(UserEnvironment user) {
        return user.variable("GITHUB_REPOSITORY")
                .flatMap(repository -> user.variable("GITHUB_RUN_ID")
                        .map(run -> user.variable("GITHUB_SERVER_URL").orElse("https://github.com") + "/" + repository
                                + "/actions/runs/" + run + "/attempts/"
                                + user.variable("GITHUB_RUN_ATTEMPT").orElse("1")));
    }

    private static boolean isLocal(Path root, String url) {
        try {
            return url.startsWith("file:") || Files.exists(root.resolve(url));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static CloudException unknown(String why) {
        return new CloudException(CloudFault.REJECTED, "Terramate Cloud cannot know these stacks: " + why);
    }
}
