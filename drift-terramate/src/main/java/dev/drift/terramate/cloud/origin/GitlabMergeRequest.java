package dev.drift.terramate.cloud.origin;

import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.terramate.cloud.message.ReviewRequest.Label;
import dev.drift.terramate.cloud.message.ReviewRequest.Person;
import dev.drift.terramate.cloud.message.ReviewRequest.Revision;
import dev.drift.terramate.cloud.message.ReviewRequest.Standing;
import dev.drift.terramate.cloud.message.ReviewRequest.Subject;
import dev.drift.terramate.cloud.message.ReviewRequest.Times;
import dev.drift.terramate.process.UserEnvironment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The merge request that a GitLab job runs for, as the job's variables describe it.
 *
 * @param user the variables
 * @param number its number in the project
 */
record GitlabMergeRequest(UserEnvironment user, long number) {

    /** Empty if the job does not run for a merge request. */
    static Optional<GitlabMergeRequest> of(UserEnvironment user) {
        return user.variable("CI_MERGE_REQUEST_IID")
                .filter(number -> number.matches("\\d{1,18}"))
                .map(number -> new GitlabMergeRequest(user, Long.parseLong(number)));
    }

    ReviewRequest reviewRequest(String repository, String commit) {
        String title = said("CI_MERGE_REQUEST_TITLE");
        return new ReviewRequest(
                "gitlab",
                repository,
                new Subject(number, title, said("CI_MERGE_REQUEST_DESCRIPTION"), url(), labels()),
                new Revision(
                        user.variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA").orElse(commit),
                        said("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
                        said("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")),
                new Standing(
                        "opened",
                        said("CI_MERGE_REQUEST_DRAFT").equals("true") || title.startsWith("Draft:"),
                        new Person(said("GITLAB_USER_LOGIN"), Optional.empty(), user.variable("GITLAB_USER_ID"))),
                new Times(Optional.empty(), Optional.empty(), pushed()));
    }

    Metadata metadata() {
        FieldWriter fields = FieldWriter.object()
                .with("gitlab_merge_request_iid", number)
                .with("gitlab_merge_request_source_branch", user.variable("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"))
                .with("gitlab_merge_request_target_branch", user.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"))
                .with("gitlab_merge_request_state", "opened")
                .with("gitlab_merge_request_web_url", url());
        user.variable("CI_MERGE_REQUEST_ID")
                .filter(id -> id.matches("\\d{1,18}"))
                .ifPresent(id -> fields.with("gitlab_merge_request_id", Long.parseLong(id)));
        return Metadata.of(fields);
    }

    /** The vendor's command takes the start of the job for it; by this the newest preview is known. */
    private Optional<Instant> pushed() {
        return moment("CI_JOB_STARTED_AT").or(() -> moment("CI_PIPELINE_CREATED_AT"));
    }

    private Optional<Instant> moment(String variable) {
        try {
            return user.variable(variable)
                    .map(moment -> OffsetDateTime.parse(moment).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private String url() {
        return user.variable("CI_MERGE_REQUEST_PROJECT_URL")
                .map(project -> project + "/-/merge_requests/" + number)
                .orElse("");
    }

    private List<Label> labels() {
        return Arrays.stream(said("CI_MERGE_REQUEST_LABELS").split(","))
                .map(Label::named)
                .toList();
    }

    private String said(String variable) {
        return user.variable(variable).orElse("");
    }
}
