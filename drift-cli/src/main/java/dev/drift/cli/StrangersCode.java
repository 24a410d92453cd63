package dev.drift.cli;

import dev.drift.github.job.GitHubJob;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the code of a job comes from somebody who cannot write to the repository. Planning runs the code, with the credentials
 * of the job, so nothing of such code is planned; where the job does not say, it is taken for a stranger's.
 */
record StrangersCode(Map<String, String> environment) {

    /** Why the code is not to be run; empty if it is the repository's own, or nothing speaks of a change request. */
    Optional<String> refusal() {
        return (GitHubJob.isThere(environment) ? GitHubJob.strangersCode(environment) : gitlab())
                .map(reason -> reason + ", whose code must not run with the credentials of this job");
    }

    private Optional<String> gitlab() {
        if (!environment.containsKey("GITLAB_CI") || !environment.containsKey("CI_MERGE_REQUEST_IID")) {
            return Optional.empty();
        }
        String to = environment.getOrDefault("CI_MERGE_REQUEST_PROJECT_PATH", "");
        Optional<String> from = Optional.ofNullable(environment.get("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH"));
        return from.filter(to::equalsIgnoreCase).isPresent()
                ? Optional.empty()
                : Optional.of("the merge request comes from "
                        + from.map(name -> "the fork " + name).orElse("a fork that is gone"));
    }
}
