package dev.drift.github;

import dev.drift.github.job.GitHubJob;
import dev.drift.github.sink.MissingRight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a delivery could be made, found out by reading alone.
 *
 * @param missing what whoever would deliver may not read
 */
public record GitHubRights(List<MissingRight> missing) {

    public GitHubRights {
        missing = List.copyOf(missing);
    }

    /** Asks GitHub about what would be told there; nobody is asked where there is neither a token nor an app, or nothing to tell. */
    public static GitHubRights of(GitHubDelivery delivery) {
        GitHubJob job = GitHubJob.of(delivery.environment());
        Access access = Access.of(delivery, job);
        if (!delivery.isOn() || !access.wanted()) {
            return new GitHubRights(List.of());
        }
        return new GitHubRights(access.repository()
                .map(repository -> MissingRight.in(repository, places(delivery, job)))
                .orElseGet(() -> List.of(new MissingRight(MissingRight.TOKEN, access.reason()))));
    }

    private static Map<String, List<String>> places(GitHubDelivery delivery, GitHubJob job) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        if (GitHubJob.isThere(delivery.environment())) {
            job.commit().ifPresent(commit -> places.put("checks", List.of("commits", commit, "check-runs")));
            job.pullRequest()
                    .ifPresent(pull ->
                            places.put("pull-requests", List.of("issues", String.valueOf(pull.number()), "comments")));
        }
        if (delivery.issues()) {
            places.put("issues", List.of("issues"));
        }
        if (delivery.deployments()) {
            places.put("deployments", List.of("deployments"));
        }
        return places;
    }
}
