package dev.drift.github.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.Secret;
import dev.drift.github.wire.GitHubAddress;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubRequest;
import dev.drift.github.wire.GitHubWire;
import dev.drift.github.wire.WireSettings;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake is as strict as GitHub is: a test against it that passes says something. */
class FakeGitHubTest {

    private static final WireSettings HASTY = new WireSettings(
            "drift/test",
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            Duration.ofSeconds(2),
            Duration.ZERO);
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private final FakeGitHub github = FakeGitHub.start();
    private final GitHubWire wire =
            GitHubWire.to(GitHubAddress.of(github.address()), Secret.of(FakeGitHub.TOKEN), HASTY);

    @AfterEach
    void stop() {
        wire.close();
        github.close();
    }

    static Stream<List<String>> wrongRequests() {
        String check = "{\"name\":\"drift\",\"head_sha\":\"" + SHA + "\",";
        String annotation =
                "{\"path\":\"a\",\"start_line\":1,\"end_line\":1,\"annotation_level\":\"%s\",\"message\":\"m\"}";
        return Stream.of(
                List.of("issues/7/comments", "{}", "body"),
                List.of("issues/7/comments", "{\"body\":\"" + "a".repeat(65_537) + "\"}", "too long"),
                List.of("issues/7/comments", "{\"body\":\"a\",\"bodies\":\"b\"}", "nobody asks for bodies"),
                List.of("issues", "{\"title\":\"" + "a".repeat(257) + "\"}", "too long"),
                List.of("issues", "{\"title\":\"a\",\"labels\":[{\"nme\":1}],\"assignees\":\"me\"}", "assignees"),
                List.of("check-runs", check + "\"status\":\"done\"}", "status"),
                List.of("check-runs", check + "\"output\":{\"title\":\"t\"}}", "summary"),
                List.of(
                        "check-runs",
                        check + "\"output\":{\"title\":\"t\",\"summary\":\"" + "a".repeat(65_536) + "\"}}",
                        "/output/summary"),
                List.of(
                        "check-runs",
                        check + "\"output\":{\"title\":\"t\",\"summary\":\"s\",\"annotations\":["
                                + annotation.formatted("error") + "]}}",
                        "annotation_level"),
                List.of(
                        "check-runs",
                        check + "\"output\":{\"title\":\"t\",\"summary\":\"s\",\"annotations\":["
                                + (annotation.formatted("notice") + ",").repeat(50) + annotation.formatted("notice")
                                + "]}}",
                        "/output/annotations"),
                List.of("statuses/" + SHA, "{\"state\":\"neutral\"}", "state"),
                List.of("statuses/" + SHA, "{\"state\":\"error\",\"description\":\"" + "a".repeat(141) + "\"}", "140"),
                List.of("deployments", "{\"ref\":\"main\",\"auto_merge\":false}", "Commit status checks failed"),
                List.of("deployments", "{\"environment\":\"prod\"}", "ref"));
    }

    @ParameterizedTest
    @MethodSource("wrongRequests")
    void takesNothingThatGitHubWouldRefuse(List<String> request) {
        List<String> path = Stream.concat(
                        Stream.of("repos", "acme", "infra"),
                        Stream.of(request.get(0).split("/")))
                .toList();

        assertThatThrownBy(() -> wire.ask(GitHubRequest.post(path, Json.read(request.get(1)))))
                .isInstanceOf(GitHubException.class);

        assertThat(github.violations()).anySatisfy(each -> assertThat(each).contains(request.get(2)));
        assertThatThrownBy(github::close).isInstanceOf(AssertionError.class);
    }

    @Test
    void asksForNothingThatGitHubDoesNotKnow() {
        GitHubRequest list = GitHubRequest.get(at("issues"));

        for (GitHubRequest wrong :
                List.of(list.with("label", "drift"), list.with("state", "opened"), list.with("per_page", "101"))) {
            assertThatThrownBy(() -> wire.ask(wrong)).hasMessageContaining("422");
        }

        assertThat(github.violations()).hasSize(3);
        github.forgive();
    }

    @Test
    void answersAsGitHubDescribesItself() throws GitHubException {
        Value issue = wire.ask(GitHubRequest.post(at("issues"), Json.read("{\"title\":\"a\",\"labels\":[\"drift\"]}")));
        Value deployment = wire.ask(GitHubRequest.post(
                at("deployments"),
                Json.read(
                        "{\"ref\":\"main\",\"environment\":\"prod\",\"auto_merge\":false,\"required_contexts\":[]}")));
        wire.ask(GitHubRequest.post(
                at("deployments", deployment.field("id").toString(), "statuses"),
                Json.read("{\"state\":\"in_progress\",\"log_url\":\"https://github.com/acme/infra/actions/runs/1\"}")));

        assertThat(issue.field("html_url").text()).isPresent();
        assertThat(wire.ask(GitHubRequest.get(at("deployments")).with("environment", "prod"))
                        .items())
                .hasSize(1);
        assertThat(wire.ask(GitHubRequest.get(at("deployments")).with("environment", "qa"))
                        .items())
                .isEmpty();
        assertThat(github.deploymentStatuses()).hasSize(1);
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void mergesNobodysBranchUnasked() throws GitHubException {
        Value answer = wire.ask(GitHubRequest.post(at("deployments"), Json.read("{\"ref\":\"main\"}")));

        assertThat(answer.field("message").text().orElseThrow()).contains("Auto-merged");
        assertThat(github.deployments()).isEmpty();
    }

    @Test
    void limitsWhatItIsAsked() throws GitHubException {
        github.leaving(1);
        wire.ask(GitHubRequest.get(at("issues")));

        assertThatThrownBy(() -> wire.ask(GitHubRequest.get(at("deployments"))))
                .hasMessageContaining("rate limit exceeded")
                .hasMessageContaining("wants to be left alone");
    }

    @Test
    void letsNobodyWriteWhoMayNot() {
        github.withholding("checks").readOnly();

        assertThatThrownBy(() -> wire.ask(GitHubRequest.get(at("commits", SHA, "check-runs"))))
                .hasMessageContaining("not accessible");
        assertThatThrownBy(() -> wire.ask(GitHubRequest.post(at("issues"), Json.read("{\"title\":\"a\"}"))))
                .hasMessageContaining("not accessible");
    }

    private static List<String> at(String... path) {
        return Stream.concat(Stream.of("repos", "acme", "infra"), Stream.of(path))
                .toList();
    }
}
