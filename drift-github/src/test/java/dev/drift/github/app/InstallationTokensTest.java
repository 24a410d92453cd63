package dev.drift.github.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Secret;
import dev.drift.github.fake.FakeApp;
import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.github.wire.GitHubAddress;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubRequest;
import dev.drift.github.wire.GitHubWire;
import dev.drift.github.wire.WireSettings;
import dev.drift.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTokensTest {

    private static final WireSettings HASTY = new WireSettings(
            "drift/test",
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            Duration.ofSeconds(2),
            Duration.ZERO);
    private static final GitHubRequest ISSUES = GitHubRequest.get(List.of("repos", "acme", "infra", "issues"));

    private final FakeGitHub github = FakeGitHub.start();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void letAnAppInByItsIdAndItsDownloadedKey() throws GitHubException {
        wire(FakeApp.ID, github.app().pkcs1()).ask(ISSUES);

        assertThat(github.app().lastPermissions()).containsExactly("issues");
    }

    @Test
    void letAnAppInByItsClientIdAndAKeyWhoseLineEndsAreWritten() throws GitHubException {
        wire(FakeApp.CLIENT, github.app().pkcs8().replace("\n", "\\n")).ask(ISSUES);

        assertThat(github.app().given()).isEqualTo(1);
    }

    @Test
    void areAskedForOnceAndAgainBeforeTheyEnd() throws GitHubException {
        GitHubWire wire = wire(FakeApp.ID, github.app().pkcs1());
        wire.ask(ISSUES);
        wire.ask(ISSUES);
        assertThat(github.app().given()).isEqualTo(1);

        github.app().lasts(Duration.ofMinutes(1));
        GitHubWire hurried = wire(FakeApp.ID, github.app().pkcs1());
        hurried.ask(ISSUES);
        hurried.ask(ISSUES);
        assertThat(github.app().given()).isEqualTo(3);
    }

    @Test
    void askForNoMoreThanTheInstallationHas() throws GitHubException {
        github.app().grant(Set.of("issues", "contents"));
        InstallationTokens tokens = tokens(FakeApp.ID, github.app().pkcs1(), Set.of("checks", "issues"));

        tokens.token();

        assertThat(github.app().lastPermissions()).containsExactly("issues");
        github.app().grant(Set.of());
        assertThatThrownBy(() -> tokens(FakeApp.ID, github.app().pkcs1(), Set.of("checks"))
                        .token())
                .hasMessageContaining("may write nothing of what is needed: checks");
    }

    @Test
    void bearAnAnswerThatIsLost() throws GitHubException {
        github.losing("POST /app/installations");

        wire(FakeApp.ID, github.app().pkcs1()).ask(ISSUES);

        assertThat(github.app().given()).isEqualTo(2);
    }

    @Test
    void areRefusedToAnotherApp() {
        String other;
        try (FakeGitHub elsewhere = FakeGitHub.start()) {
            other = elsewhere.app().pkcs1();
        }

        assertThatThrownBy(() -> wire(FakeApp.ID, other).ask(ISSUES)).hasMessageContaining("401");
        assertThatThrownBy(() -> wire("4712", github.app().pkcs1()).ask(ISSUES)).hasMessageContaining("401");
    }

    @Test
    void areNotGivenWhereTheAppIsNotInstalled() {
        github.failing("GET", Reply.refused(404, "Not Found"));

        assertThatThrownBy(() -> wire(FakeApp.ID, github.app().pkcs1()).ask(ISSUES))
                .hasMessage("The app is not installed for acme/infra");
    }

    @Test
    void areNotRepeatedToAnybody() throws GitHubException {
        String pem = github.app().pkcs1();
        InstallationTokens tokens = tokens(FakeApp.ID, pem, Set.of("issues"));
        String token = tokens.token().reveal();
        github.failing("POST", Reply.refused(422, "bad token " + token));

        assertThat(token).startsWith("ghs_4711_");
        assertThat(List.of(
                        tokens.toString(),
                        tokens.token().toString(),
                        AppKey.of(FakeApp.ID, Secret.of(pem), "KEY") + ""))
                .noneMatch(text -> text.contains(token)
                        || text.contains(pem.lines().toList().get(1)));
        assertThatThrownBy(() -> GitHubWire.to(GitHubAddress.of(github.address()), tokens, HASTY)
                        .ask(GitHubRequest.post(
                                List.of("repos", "acme", "infra", "issues"), Value.of(Map.of("title", Value.of("a"))))))
                .hasMessageContaining("422")
                .satisfies(failed -> assertThat(failed.toString()).doesNotContain(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nhunter2=\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nhunter2\n-----END EC PRIVATE KEY-----"
            })
    void aKeyThatIsNoneIsSaidAndNotShown(String pem) {
        assertThatThrownBy(() -> AppKey.of(FakeApp.ID, Secret.of(pem), "KEY"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("KEY")
                .satisfies(failed ->
                        assertThat(failed.toString() + failed.getCause()).doesNotContain("hunter2"));
    }

    private GitHubWire wire(String issuer, String pem) {
        return GitHubWire.to(GitHubAddress.of(github.address()), tokens(issuer, pem, Set.of("issues")), HASTY);
    }

    private InstallationTokens tokens(String issuer, String pem, Set<String> permissions) {
        return InstallationTokens.of(
                AppKey.of(issuer, Secret.of(pem), "KEY"),
                "acme/infra",
                permissions,
                GitHubAddress.of(github.address()),
                HASTY);
    }
}
