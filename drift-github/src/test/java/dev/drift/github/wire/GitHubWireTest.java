package dev.drift.github.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.config.Secret;
import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubWireTest {

    private static final List<String> ISSUES = List.of("repos", "acme", "infra", "issues");
    private static final List<String> COMMENTS = List.of("repos", "acme", "infra", "issues", "7", "comments");
    private static final WireSettings HASTY = new WireSettings(
            "drift/test",
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            Duration.ofSeconds(2),
            Duration.ZERO);

    private final FakeGitHub github = FakeGitHub.start();
    private final GitHubWire wire =
            GitHubWire.to(GitHubAddress.of(github.address()), Secret.of(FakeGitHub.TOKEN), HASTY);

    @AfterEach
    void stop() {
        wire.close();
        github.close();
    }

    @Test
    void makesAndReads() throws GitHubException {
        Value made = wire.ask(GitHubRequest.post(COMMENTS, body("hello")));

        assertThat(made.field("body")).isEqualTo(Value.of("hello"));
        assertThat(wire.list(GitHubRequest.get(COMMENTS), "", 9).items()).hasSize(1);
    }

    @Test
    void readsEveryPageUpToABound() throws GitHubException {
        for (int number = 0; number < 5; number++) {
            github.comment("someone", "comment " + number);
        }
        GitHubRequest paged = GitHubRequest.get(COMMENTS).with("per_page", "2");

        GitHubWire.Pages all = wire.list(paged, "", 3);
        GitHubWire.Pages some = wire.list(paged, "", 2);

        assertThat(all.items()).hasSize(5);
        assertThat(all.whole()).isTrue();
        assertThat(some.items()).hasSize(4);
        assertThat(some.whole()).isFalse();
    }

    @Test
    void remembersWhatDidNotChange() throws GitHubException {
        github.comment("someone", "hello");
        wire.list(GitHubRequest.get(COMMENTS), "", 1);

        assertThat(wire.list(GitHubRequest.get(COMMENTS), "", 1).items()).hasSize(1);
        assertThat(github.unchanged()).isEqualTo(1);

        github.comment("someone", "hello again");
        assertThat(wire.list(GitHubRequest.get(COMMENTS), "", 1).items()).hasSize(2);
        assertThat(github.unchanged()).isEqualTo(1);
    }

    @Test
    void repeatsAReadThatFails() throws GitHubException {
        github.failing("GET", Reply.refused(502, "Bad Gateway")).losing("GET");

        assertThat(wire.list(GitHubRequest.get(COMMENTS), "", 1).items()).isEmpty();
        assertThat(github.requests()).hasSize(3);
    }

    @Test
    void neverRepeatsAPostThatMayHaveBeenDone() {
        github.losing("POST");

        GitHubException lost = failureOf(GitHubRequest.post(COMMENTS, body("hello")));

        assertThat(lost.isPerhapsDone()).isTrue();
        assertThat(github.requests()).hasSize(1);
        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void neverRepeatsAPostThatGitHubFailedOn() {
        github.failing("POST", Reply.refused(502, "Bad Gateway"));

        assertThat(failureOf(GitHubRequest.post(COMMENTS, body("hello"))).isPerhapsDone())
                .isTrue();
        assertThat(github.requests()).hasSize(1);
    }

    @Test
    void repeatsAPostThatWasPutOff() throws GitHubException {
        github.failing(
                "POST",
                Reply.refused(403, "You have exceeded a secondary rate limit").with("Retry-After", "1"));

        wire.ask(GitHubRequest.post(COMMENTS, body("hello")));

        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void givesUpWhereALimitLastsTooLongAndAsksNothingMoreForAWhile() {
        github.failing(
                "GET",
                Reply.refused(403, "API rate limit exceeded")
                        .with("x-ratelimit-remaining", "0")
                        .with("x-ratelimit-reset", "99999999999"));

        GitHubException limited = failureOf(GitHubRequest.get(ISSUES));
        GitHubException next = failureOf(GitHubRequest.get(COMMENTS));

        assertThat(limited.fault()).isEqualTo(GitHubFault.LIMITED);
        assertThat(limited.reason()).contains("403").contains("left alone");
        assertThat(next.fault()).isEqualTo(GitHubFault.LIMITED);
        assertThat(github.requests()).hasSize(1);
    }

    @Test
    void waitsForTheLimitByGitHubsOwnClock() throws GitHubException {
        github.failing(
                "GET",
                Reply.refused(429, "API rate limit exceeded")
                        .with("Date", "Thu, 01 Jan 1970 00:16:40 GMT")
                        .with("x-ratelimit-remaining", "0")
                        .with("x-ratelimit-reset", "1000"));

        wire.list(GitHubRequest.get(COMMENTS), "", 1);

        assertThat(github.requests()).hasSize(2);
    }

    @Test
    void saysThatTheTokenIsNotEnough() {
        github.failing("POST", Reply.refused(403, "Resource not accessible by integration"));

        GitHubException refused = failureOf(GitHubRequest.post(COMMENTS, body("hello")));

        assertThat(refused.fault()).isEqualTo(GitHubFault.FORBIDDEN);
        assertThat(refused.reason())
                .isEqualTo("GitHub answered 403 to POST /repos/acme/infra/issues/7/comments:"
                        + " Resource not accessible by integration");
    }

    @Test
    void neverRepeatsTheTokenToAnybody() {
        github.failing("GET", Reply.refused(400, "I do not know " + FakeGitHub.TOKEN));

        GitHubException refused = failureOf(GitHubRequest.get(ISSUES));

        assertThat(refused.reason()).isEqualTo("GitHub answered 400 to GET /repos/acme/infra/issues");
        assertThat(wire.toString()).doesNotContain(FakeGitHub.TOKEN);
    }

    @Test
    void takesTheTokenToNoOtherServer() {
        try (FakeGitHub other = FakeGitHub.start()) {
            github.failing("GET", moved(302, other.address() + "/repos/acme/infra/issues"));

            assertThat(failureOf(GitHubRequest.get(ISSUES)).fault()).isEqualTo(GitHubFault.REDIRECTED);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void followsARepositoryThatMovedOnTheSameServer() throws GitHubException {
        github.failing("POST", moved(307, "/repos/acme/infra/issues/7/comments"));

        wire.ask(GitHubRequest.post(List.of("repos", "acme", "old", "issues", "7", "comments"), body("hello")));

        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void saysThatGitHubIsDownAndWaitsForItOnce() {
        github.close();

        GitHubException down = failureOf(GitHubRequest.get(ISSUES));

        assertThat(down.fault()).isEqualTo(GitHubFault.UNREACHABLE);
        assertThat(down.reason()).doesNotContain("\n");
        assertThat(failureOf(GitHubRequest.get(COMMENTS)).reason()).isEqualTo(down.reason());
    }

    private static Reply moved(int status, String place) {
        return new Reply(status, Value.ofNull(), Map.of("Location", place));
    }

    private static Value body(String text) {
        return Value.of(Map.of("body", Value.of(text)));
    }

    private GitHubException failureOf(GitHubRequest request) {
        return catchThrowableOfType(GitHubException.class, () -> wire.ask(request));
    }
}
