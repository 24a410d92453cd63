package dev.drift.terramate.cloud.login;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.config.Secret;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.Credential;
import dev.drift.terramate.cloud.wire.WireSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CloudLoginTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @RegisterExtension
    final WireMockExtension github =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path home;

    private final MovableClock clock = new MovableClock();

    @Test
    void sendsAKeyAsANameWithoutPassword() throws Exception {
        Credential key = find(Map.of("TMC_TOKEN", "tmco_key")).orElseThrow();

        assertThat(shown(key)).isEqualTo("Basic " + Base64.getEncoder().encodeToString("tmco_key:".getBytes(UTF_8)));
        assertThat(key).hasToString("API key");
    }

    @Test
    void refusesAKeyThatNoHeaderCanCarryWithoutShowingIt() {
        assertThatThrownBy(() -> find(Map.of("TMC_TOKEN", "tmco_key\nX-Other: 1")))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("TMC_TOKEN")
                .hasMessageNotContaining("tmco_key");
    }

    @Test
    void findsNobodyWhereNobodyIs() throws Exception {
        assertThat(find(Map.of())).isEmpty();
    }

    @Test
    void prefersTheKeyToTheJobAndTheJobToTheLogin() throws Exception {
        keep(token(NOW.plusSeconds(3600), Map.of()));
        Map<String, String> all = new HashMap<>(Map.of(
                "TM_GITLAB_ID_TOKEN",
                token(NOW.plusSeconds(3600), Map.of("project_path", "acme/infra")),
                "ACTIONS_ID_TOKEN_REQUEST_URL",
                github.baseUrl(),
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                "request-token",
                "TMC_TOKEN",
                "tmco_key"));

        assertThat(find(all).orElseThrow()).hasToString("API key");
        all.remove("TMC_TOKEN");
        assertThat(find(all).orElseThrow()).hasToString("identity of the GitHub job");
        all.remove("ACTIONS_ID_TOKEN_REQUEST_URL");
        assertThat(find(all).orElseThrow()).hasToString("identity of the GitLab job");
        all.remove("TM_GITLAB_ID_TOKEN");
        assertThat(find(all).orElseThrow()).hasToString("login of the user");
    }

    @Test
    void asksGithubForAnIdentityAndAgainBeforeItExpires() throws Exception {
        Map<String, String> claims = Map.of("repository", "acme/infra", "repository_owner", "acme");
        String first = token(NOW.plusSeconds(300), claims);
        issue(first);
        Credential job = find(Map.of(
                        "ACTIONS_ID_TOKEN_REQUEST_URL",
                        github.baseUrl() + "/token?api-version=2.0",
                        "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                        "request-token"))
                .orElseThrow();

        assertThat(shown(job)).isEqualTo("Bearer " + first);
        assertThat(shown(job)).isEqualTo("Bearer " + first);
        github.verify(
                1,
                getRequestedFor(urlPathEqualTo("/token"))
                        .withQueryParam("api-version", equalTo("2.0"))
                        .withQueryParam("audience", equalTo("api.terramate.io"))
                        .withHeader("Authorization", equalTo("Bearer request-token")));

        clock.pass(Duration.ofSeconds(250));
        String second = token(NOW.plusSeconds(900), claims);
        issue(second);
        assertThat(shown(job)).isEqualTo("Bearer " + second);
    }

    @Test
    void saysWhyGithubIssuesNone() throws Exception {
        issue("no.token");
        Credential job = find(Map.of(
                        "ACTIONS_ID_TOKEN_REQUEST_URL",
                        github.baseUrl() + "/token",
                        "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                        "request-token"))
                .orElseThrow();

        assertThatThrownBy(job::authorization)
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("GitHub")
                .hasMessageNotContaining("request-token");
    }

    @Test
    void neverAsksForAnIdentityInClearOverTheNetwork() {
        assertThatThrownBy(() -> find(Map.of(
                        "ACTIONS_ID_TOKEN_REQUEST_URL", "http://github.example/token",
                        "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-token")))
                .isInstanceOf(CloudException.class);
    }

    @Test
    void refusesAnIdentityOfGitlabThatHasExpired() throws Exception {
        Credential job = find(Map.of(
                        "TM_GITLAB_ID_TOKEN", token(NOW.plusSeconds(60), Map.of("project_path", "acme/infra"))))
                .orElseThrow();
        assertThat(shown(job)).startsWith("Bearer ");

        clock.pass(Duration.ofSeconds(61));

        assertThatThrownBy(job::authorization)
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void refusesAnIdentityThatIsNotOfGitlab() {
        String foreign = token(NOW.plusSeconds(60), Map.of("repository", "acme/infra"));

        assertThatThrownBy(() -> find(Map.of("TM_GITLAB_ID_TOKEN", foreign)))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("project_path")
                .hasMessageNotContaining(foreign);
    }

    @Test
    void readsTheLoginAgainOnceItHasExpired() throws Exception {
        String first = token(NOW.plusSeconds(3600), Map.of());
        keep(first);
        Credential login = find(Map.of()).orElseThrow();
        assertThat(shown(login)).isEqualTo("Bearer " + first);

        clock.pass(Duration.ofHours(2));
        assertThatThrownBy(login::authorization)
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("terramate cloud info");
        String second = token(NOW.plus(Duration.ofHours(3)), Map.of());
        keep(second);
        assertThat(shown(login)).isEqualTo("Bearer " + second);
    }

    @Test
    void refusesALoginThatOthersCanRead() throws Exception {
        keep(token(NOW.plusSeconds(3600), Map.of()));
        Files.setPosixFilePermissions(
                home.resolve(".terramate.d/credentials.tmrc.json"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> shown(find(Map.of()).orElseThrow()))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("other users");
    }

    private Optional<Credential> find(Map<String, String> variables) throws CloudException {
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", home.toString());
        UserEnvironment user = new UserEnvironment(all);
        CloudAddress address = CloudAddress.of(user, Optional.empty());
        return new CloudLogin(address, WireSettings.introducedAs("drift/test"), clock).find(user);
    }

    private void keep(String token) throws Exception {
        Path folder = Files.createDirectories(home.resolve(".terramate.d"));
        Path file = folder.resolve("credentials.tmrc.json");
        Files.writeString(file, "{\"provider\":\"Google\",\"id_token\":\"" + token + "\",\"refresh_token\":\"r\"}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void issue(String token) {
        github.stubFor(get(anyUrl()).willReturn(jsonResponse("{\"count\":1,\"value\":\"" + token + "\"}", 200)));
    }

    private static String shown(Credential credential) throws CloudException {
        return credential.authorization().map(Secret::reveal).orElse("");
    }

    private static String token(Instant expiry, Map<String, String> claims) {
        StringBuilder json = new StringBuilder("{\"exp\":" + expiry.getEpochSecond());
        claims.forEach((name, value) -> json.append(",\"" + name + "\":\"" + value + "\""));
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "e30." + encoder.encodeToString(json.append('}').toString().getBytes(UTF_8)) + ".c2ln";
    }

    private static final class MovableClock extends Clock {
        private Instant now = NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
