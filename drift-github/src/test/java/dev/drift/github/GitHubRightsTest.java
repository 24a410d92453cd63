package dev.drift.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.sink.MissingRight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing before anything is told. */
class GitHubRightsTest {

    @TempDir
    Path folder;

    private final FakeGitHub github = FakeGitHub.start();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void isNothingWhereEverythingMayBeRead() throws Exception {
        assertThat(missing(FakeGitHub.TOKEN)).isEmpty();
        assertThat(github.requests()).hasSize(2).allMatch(request -> request.startsWith("GET "));
        assertThat(github.writes()).isEmpty();
    }

    @Test
    void isNamedAsWorkflowsNameIt() throws Exception {
        github.withholding("checks").withholding("pull_requests");

        assertThat(missing(FakeGitHub.TOKEN)).extracting(MissingRight::name).containsExactly("checks", "pull-requests");
    }

    @Test
    void isTheTokenWhereNobodyIsLetIn() throws Exception {
        assertThat(missing("ghs_somebody-else")).singleElement().satisfies(right -> {
            assertThat(right.name()).isEqualTo(MissingRight.TOKEN);
            assertThat(right.reason()).contains("401").doesNotContain("somebody-else");
        });
    }

    @Test
    void isNotAskedForWhereNothingWouldBeTold() throws Exception {
        assertThat(GitHubRights.of(GitHubDelivery.found(
                                Map.of("GITHUB_TOKEN", FakeGitHub.TOKEN, "GITHUB_API_URL", github.address()), "drift"))
                        .missing())
                .isEmpty();
        assertThat(missing("")).isEmpty();
        assertThat(github.requests()).isEmpty();
    }

    private List<MissingRight> missing(String token) throws Exception {
        Path event = Files.writeString(folder.resolve("event.json"), """
                {"pull_request": {"number": 7, "head": {"sha": "%s", "repo": {"full_name": "acme/infra"}},
                  "base": {"repo": {"full_name": "acme/infra"}}}}
                """.formatted("a".repeat(40)));
        Map<String, String> job = new HashMap<>(Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_API_URL",
                github.address(),
                "GITHUB_REPOSITORY",
                "acme/infra",
                "GITHUB_EVENT_PATH",
                event.toString()));
        if (!token.isEmpty()) {
            job.put("GITHUB_TOKEN", token);
        }
        return GitHubRights.of(GitHubDelivery.found(job, "drift")).missing();
    }
}
