package dev.drift.terramate.cloud.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginTest {

    @TempDir
    private Path folder;

    private Path checkout;

    @BeforeEach
    void commit() throws Exception {
        checkout = Files.createDirectory(folder.resolve("checkout"));
        git("init", "-q", "-b", "main");
        git("remote", "add", "origin", "git@github.com:Acme/infra.git");
        git(
                "-c",
                "user.name=Änne Author",
                "-c",
                "user.email=aenne@example.com",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                "The title\n\nA first line.\n\nA last line.");
    }

    @Test
    void readsRepositoryAndCommit() throws Exception {
        Origin origin = origin(Map.of());

        assertThat(origin.repository().name()).isEqualTo("github.com/Acme/infra");
        assertThat(origin.repository().defaultBranch()).isEqualTo("trunk");
        assertThat(origin.commit()).matches("[0-9a-f]{40}");
        assertThat(said(origin, "git_commit_sha")).isEqualTo(origin.commit());
        assertThat(said(origin, "git_commit_author_name")).isEqualTo("Änne Author");
        assertThat(said(origin, "git_commit_author_email")).isEqualTo("aenne@example.com");
        assertThat(Instant.parse(said(origin, "git_commit_author_time"))).isBefore(Instant.now());
        assertThat(said(origin, "git_commit_title")).isEqualTo("The title");
        assertThat(said(origin, "git_commit_description")).isEqualTo("A first line.\n\nA last line.");
        assertThat(origin.reviewRequest()).isEmpty();
        assertThat(origin.metadata().fields()).hasSize(6);
    }

    @Test
    void readsThePullRequestOfAGithubJob() throws Exception {
        Path event = Files.writeString(folder.resolve("event.json"), """
                {"action":"synchronize","pull_request":{"number":12,"html_url":"https://github.com/Acme/infra/pull/12","title":"More tasks",
                 "body":null,"state":"open","draft":true,"merged":false,"labels":[{"name":"infra","color":"ff0000","description":"All of it"}],
                 "created_at":"2026-05-01T10:00:00Z","updated_at":"2026-05-02T10:00:00Z",
                 "user":{"login":"dev","id":77,"avatar_url":"https://a"},
                 "head":{"sha":"feed","ref":"more","label":"acme:more","repo":{"pushed_at":"2026-05-03T10:00:00Z"}},
                 "base":{"sha":"beef","ref":"main"}}}
                """);

        Origin origin = origin(Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_EVENT_PATH", event.toString(),
                "GITHUB_REPOSITORY", "Acme/infra",
                "GITHUB_RUN_ID", "99",
                "GITHUB_RUN_ATTEMPT", "2",
                "GITHUB_ACTOR", "dev"));

        ReviewRequest review = origin.reviewRequest().orElseThrow();
        assertThat(review.platform()).isEqualTo("github");
        assertThat(review.subject().number()).isEqualTo(12);
        assertThat(review.subject().description()).isEmpty();
        assertThat(review.subject().labels()).containsExactly(new ReviewRequest.Label("infra", "ff0000", "All of it"));
        assertThat(review.revision()).isEqualTo(new ReviewRequest.Revision("feed", "more", "main"));
        assertThat(review.standing().draft()).isTrue();
        assertThat(review.standing().author().id()).contains("77");
        assertThat(review.times().pushed()).contains(Instant.parse("2026-05-03T10:00:00Z"));
        assertThat(origin.jobUrl()).contains("https://github.com/Acme/infra/actions/runs/99/attempts/2");
        assertThat(said(origin, "github_actions_run_id")).isEqualTo("99");
        assertThat(said(origin, "github_actions_deployment_actor")).isEqualTo("dev");
        assertThat(said(origin, "github_pull_request_head_sha")).isEqualTo("feed");
        assertThat(origin.metadata().fields().get("github_pull_request_number")).isEqualTo(Value.of(12));
    }

    @Test
    void readsNoJobWhereItsPlatformIsSwitchedOff() throws Exception {
        for (String no : List.of("false", "0", "")) {
            Origin origin = origin(Map.of("GITHUB_ACTIONS", no, "GITLAB_CI", no, "GITHUB_RUN_ID", "99"));

            assertThat(origin.metadata().fields()).hasSize(6);
        }
    }

    @Test
    void readsThatAPullRequestWasMerged() throws Exception {
        Path event = Files.writeString(
                folder.resolve("event.json"), "{\"pull_request\":{\"state\":\"closed\",\"merged\":true}}");

        assertThat(origin(Map.of("GITHUB_ACTIONS", "true", "GITHUB_EVENT_PATH", event.toString()))
                        .reviewRequest()
                        .orElseThrow()
                        .standing()
                        .status())
                .isEqualTo("merged");
    }

    @Test
    void doesWithoutAnEventThatCannotBeRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("event.json"), "{\"pull_request\":");

        for (String path : List.of(broken.toString(), "/nonexistent", folder.toString())) {
            assertThat(origin(Map.of("GITHUB_ACTIONS", "true", "GITHUB_EVENT_PATH", path))
                            .reviewRequest())
                    .isEmpty();
        }
    }

    @Test
    void readsTheMergeRequestOfAGitlabJob() throws Exception {
        Origin origin = origin(Map.of(
                "GITLAB_CI", "true",
                "CI_MERGE_REQUEST_IID", "5",
                "CI_MERGE_REQUEST_PROJECT_URL", "https://gitlab.com/acme/infra",
                "CI_MERGE_REQUEST_TITLE", "Draft: more",
                "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "more",
                "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main",
                "CI_MERGE_REQUEST_LABELS", "infra,prod",
                "CI_PIPELINE_CREATED_AT", "2026-05-01T10:00:00Z",
                "CI_PIPELINE_TRIGGERED", "true",
                "GITLAB_USER_LOGIN", "dev"));

        ReviewRequest review = origin.reviewRequest().orElseThrow();
        assertThat(review.platform()).isEqualTo("gitlab");
        assertThat(review.subject().url()).isEqualTo("https://gitlab.com/acme/infra/-/merge_requests/5");
        assertThat(review.subject().labels())
                .extracting(ReviewRequest.Label::name)
                .containsExactly("infra", "prod");
        assertThat(review.revision().commit()).isEqualTo(origin.commit());
        assertThat(review.standing().draft()).isTrue();
        assertThat(review.times().pushed()).contains(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(origin.metadata().fields().get("gitlan_cicd_pipeline_triggered"))
                .isEqualTo(Value.of(true));
        assertThat(said(origin, "gitlab_cicd_branch")).isEqualTo("more");
    }

    @Test
    void saysWhyTerramateCloudCannotKnowTheStacks() throws Exception {
        git("remote", "set-url", "origin", folder.toString());
        assertThatThrownBy(() -> origin(Map.of()))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("folder of this machine");

        git("remote", "remove", "origin");
        assertThatThrownBy(() -> origin(Map.of()))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("no remote \"origin\"");
    }

    @Test
    void saysThatThereIsNoCommit() {
        assertThatThrownBy(() -> Origin.of(folder, "origin", "main", user(Map.of())))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("no commit");
    }

    private Origin origin(Map<String, String> variables) throws Exception {
        return Origin.of(checkout, "origin", "trunk", user(variables));
    }

    private UserEnvironment user(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("PATH", System.getenv("PATH"));
        all.put("HOME", folder.toString());
        all.put("GIT_CEILING_DIRECTORIES", folder.toString());
        return new UserEnvironment(all);
    }

    private static String said(Origin origin, String field) {
        return origin.metadata().json().field(field).text().orElse("");
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(words));
        Process process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
