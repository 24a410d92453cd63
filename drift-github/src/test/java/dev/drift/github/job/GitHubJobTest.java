package dev.drift.github.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubJobTest {

    private static final String HEAD = "fedcba9876543210fedcba9876543210fedcba98";
    private static final String MERGE = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path folder;

    @Test
    void checksTheHeadOfAPullRequestAndNotItsMerge() throws IOException {
        GitHubJob job = job("{\"pull_request\":{\"number\":7,\"head\":{\"sha\":\"" + HEAD + "\"}}}");

        assertThat(job.commit()).contains(HEAD);
        assertThat(job.pullRequest()).contains(new PullRequest(7, HEAD));
        assertThat(job.run()).contains("https://github.com/acme/infra/actions/runs/42");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"full_name\":\"stranger/infra\"}, the pull request comes from the fork stranger/infra",
        "null, the pull request comes from a fork that is gone",
        "{\"full_name\":\"Acme/Infra\"}, ",
    })
    void knowsThatAPullRequestComesFromAFork(String from, String reason) throws IOException {
        Map<String, String> environment = environment("{\"pull_request\":{\"head\":{\"repo\":" + from
                + "},\"base\":{\"repo\":{\"full_name\":\"acme/infra\"}}}}");

        assertThat(GitHubJob.strangersCode(environment)).isEqualTo(Optional.ofNullable(reason));
        environment.remove("GITHUB_ACTIONS");
        assertThat(GitHubJob.strangersCode(environment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "no json",
                "",
                "{\"pull_request\":{\"number\":0,\"head\":{\"sha\":\"" + HEAD + "\"}}}",
                "{\"pull_request\":{\"number\":1e9,\"head\":{\"sha\":\"" + HEAD + "\"}}}",
                "{\"pull_request\":{\"number\":\"7\",\"head\":{\"sha\":\"" + HEAD + "\"}}}",
                "{\"pull_request\":{\"number\":7,\"head\":{\"sha\":\"../../evil\"}}}",
            })
    void isOfItsCommitWhereTheEventTellsOfNoPullRequest(String event) throws IOException {
        GitHubJob job = job(event);

        assertThat(job.pullRequest()).isEmpty();
        assertThat(job.commit()).contains(MERGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme/infra/x", "acme/../x", "../infra", "acme/in fra", "acme/", "a/.git"})
    void takesNothingForARepositoryThatIsNone(String name) {
        assertThat(GitHubJob.of(Map.of("GITHUB_REPOSITORY", name)).repository()).isEmpty();
    }

    @Test
    void knowsNothingWhereNothingIsSaid() {
        GitHubJob job = GitHubJob.of(Map.of());

        assertThat(job.repository()).isEmpty();
        assertThat(job.commit()).isEmpty();
        assertThat(job.run()).isEmpty();
        assertThat(job.summary()).isEmpty();
        assertThat(GitHubJob.isThere(Map.of())).isFalse();
        assertThat(GitHubJob.isThere(Map.of("GITHUB_ACTIONS", "true"))).isTrue();
    }

    private GitHubJob job(String event) throws IOException {
        return GitHubJob.of(environment(event));
    }

    private Map<String, String> environment(String event) throws IOException {
        Path file = Files.writeString(folder.resolve("event.json"), event);
        Map<String, String> variables = new HashMap<>();
        variables.put("GITHUB_ACTIONS", "true");
        variables.put("GITHUB_REPOSITORY", "acme/infra");
        variables.put("GITHUB_SERVER_URL", "https://github.com");
        variables.put("GITHUB_RUN_ID", "42");
        variables.put("GITHUB_SHA", MERGE);
        variables.put("GITHUB_EVENT_PATH", file.toString());
        return variables;
    }
}
