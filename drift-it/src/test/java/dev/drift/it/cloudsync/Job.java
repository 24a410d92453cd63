package dev.drift.it.cloudsync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A job of a platform, and what the platform answers who asks it for more.
 *
 * @param name what it is
 * @param remote where the checkout came from
 * @param environment of the job
 * @param answers of the platform, by paths without a query
 */
record Job(String name, String remote, Map<String, String> environment, Map<String, Answer> answers) {

    private static final String GITHUB = "git@github.com:Acme/Infra.git";
    private static final String GITLAB = "https://oauth2@GitLab.com/acme/infra.git";

    Job {
        requireNonNull(name, "name is null");
        requireNonNull(remote, "remote is null");
        environment = Map.copyOf(environment);
        answers = Map.copyOf(answers);
    }

    /** A push to the trunk on GitHub, by which a pull request was merged; of that the event says nothing. */
    static Job push(Path folder, String head) throws IOException {
        String pull = pull(head).replace("@STATE@", "closed").replace("@MERGED@", "true");
        pull = pull.replace("@CLOSED@", "\"2026-05-02T10:00:00Z\"");
        String event = "{\"ref\":\"refs/heads/main\",\"after\":\"%s\",\"commits\":[]}".formatted(head);
        return github("push", "main", folder, event, head, pull);
    }

    /** A pull request on GitHub. */
    static Job pullRequest(Path folder, String head) throws IOException {
        String pull = pull(head).replace("@STATE@", "open").replace("@MERGED@", "false");
        pull = pull.replace("@CLOSED@", "null");
        String event = "{\"action\":\"synchronize\",\"number\":7,\"pull_request\":%s}".formatted(pull);
        return github("pull_request", "7/merge", folder, event, head, pull);
    }

    private static Job github(String name, String ref, Path folder, String event, String head, String pull)
            throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_EVENT_NAME",
                name,
                "GITHUB_EVENT_PATH",
                Files.writeString(folder.resolve("event.json"), event).toString(),
                "GITHUB_REPOSITORY",
                "Acme/Infra",
                "GITHUB_REF_NAME",
                ref,
                "GITHUB_TOKEN",
                "ghs_token"));
        environment.putAll(Map.of(
                "GITHUB_ACTOR", "ada",
                "GITHUB_ACTOR_ID", "77",
                "GITHUB_TRIGGERING_ACTOR", "grace",
                "GITHUB_RUN_ID", "99",
                "GITHUB_RUN_ATTEMPT", "2",
                "GITHUB_WORKFLOW", "Infrastructure",
                "GITHUB_WORKFLOW_REF", "Acme/Infra/.github/workflows/drift.yml@refs/heads/main",
                "GITHUB_SERVER_URL", "https://github.com",
                "GITHUB_SHA", head,
                "CI", "true"));
        String repository = "/repos/Acme/Infra";
        return new Job(
                name,
                GITHUB,
                environment,
                Map.of(
                        repository + "/commits/" + head, json(resource("commit.json", head)),
                        repository + "/commits/" + head + "/pulls", json("[" + pull + "]"),
                        repository + "/commits/" + head + "/check-runs", json(resource("checks.json", head)),
                        repository + "/pulls/7", json(pull),
                        repository + "/pulls/7/reviews", json(resource("reviews.json", head)),
                        repository + "/pulls/7/merge", new Answer(204, "", "")));
    }

    /** A pipeline of a branch on GitLab, for which there is a merge request; of that the job is told nothing. */
    static Job branch(String head) throws IOException {
        return gitlab("branch", head, Map.of("CI_COMMIT_BRANCH", "more", "CI_PIPELINE_SOURCE", "push"));
    }

    /** A pipeline of a merge request on GitLab. */
    static Job mergeRequest(String head) throws IOException {
        return gitlab(
                "merge_request",
                head,
                Map.of(
                        "CI_PIPELINE_SOURCE", "merge_request_event",
                        "CI_MERGE_REQUEST_ID", "900",
                        "CI_MERGE_REQUEST_IID", "5",
                        "CI_MERGE_REQUEST_TITLE", "Draft: three tasks",
                        "CI_MERGE_REQUEST_DESCRIPTION", "The queue grows.",
                        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "more",
                        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main",
                        "CI_MERGE_REQUEST_PROJECT_URL", "https://gitlab.com/acme/infra",
                        "CI_MERGE_REQUEST_LABELS", "infra,small",
                        "CI_MERGE_REQUEST_APPROVED", "true"));
    }

    private static Job gitlab(String name, String head, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of(
                "GITLAB_CI", "true",
                "CI", "true",
                "GITLAB_TOKEN", "glpat-token",
                "CI_PROJECT_ID", "42",
                "CI_PIPELINE_ID", "1234",
                "CI_PIPELINE_NAME", "Infrastructure",
                "CI_PIPELINE_URL", "https://gitlab.com/acme/infra/-/pipelines/1234",
                "CI_PIPELINE_CREATED_AT", "2026-05-02T09:00:00Z",
                "CI_PIPELINE_TRIGGERED", "true",
                "CI_JOB_MANUAL", "true"));
        environment.putAll(Map.of(
                "CI_JOB_ID", "56",
                "CI_JOB_NAME", "drift",
                "CI_JOB_URL", "https://gitlab.com/acme/infra/-/jobs/56",
                "CI_JOB_STARTED_AT", "2026-05-02T09:30:00Z",
                "CI_SERVER_HOST", "gitlab.com",
                "CI_SERVER_URL", "https://gitlab.com",
                "GITLAB_USER_ID", "78",
                "GITLAB_USER_LOGIN", "grace",
                "GITLAB_USER_NAME", "Grace",
                "GITLAB_USER_EMAIL", "grace@example.org"));
        String project = "/projects/42";
        String people = "[{\"id\":78,\"username\":\"grace\",\"name\":\"Grace\",\"state\":\"active\"}]";
        return new Job(
                name,
                GITLAB,
                environment,
                Map.of(
                        project + "/repository/commits/" + head + "/merge_requests",
                        json("[" + resource("merge_request.json", head) + "]"),
                        project + "/merge_requests/5/reviewers",
                        json("[{\"user\":{\"id\":78,\"username\":\"grace\"},\"state\":\"unreviewed\"}]"),
                        project + "/merge_requests/5/participants",
                        json(people)));
    }

    /** What the platform says. */
    Answer answer(Request request) {
        return answers.getOrDefault(request.path(), Answer.json(404, "{\"message\":\"Not Found\"}"));
    }

    @Override
    public String toString() {
        return name;
    }

    private static String pull(String head) throws IOException {
        return resource("pull.json", head);
    }

    private static Answer json(String body) {
        return Answer.json(200, body);
    }

    private static String resource(String name, String head) throws IOException {
        try (InputStream text = Job.class.getResourceAsStream("/cloudsync/origin/" + name)) {
            return new String(requireNonNull(text, "no " + name).readAllBytes(), UTF_8).replace("@HEAD@", head);
        }
    }
}
