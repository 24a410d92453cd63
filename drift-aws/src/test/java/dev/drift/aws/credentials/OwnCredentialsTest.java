package dev.drift.aws.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.testing.EnvironmentSourceContract;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCredentialsTest extends EnvironmentSourceContract {

    private static final Stack STACK = Stacks.stack("/a", "environment/prod", "region/eu-central-1");

    private final ManualClock clock = new ManualClock();
    private final FakeSts sts = new FakeSts();

    @TempDir
    Path home;

    @AfterEach
    void stop() {
        sts.close();
    }

    @Override
    protected EnvironmentSource source() {
        return own(Identity.ambient(), sts.environment(Map.of()))
                .expecting("111111111111")
                .build();
    }

    @Test
    void leasesTheKeysOfTheEnvironmentOnceTheirAccountIsChecked() throws ProbeException {
        EnvironmentSource source = source();

        assertThat(lease(source))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "AWS_ACCESS_KEY_ID", FakeSts.OWN_KEY,
                        "AWS_SECRET_ACCESS_KEY", FakeSts.OWN_SECRET,
                        "AWS_SESSION_TOKEN", ""));
        lease(source);
        assertThat(sts.count("GetCallerIdentity")).isEqualTo(1);
    }

    @Test
    void keysThatStsDoesNotKnowAreNotLeasedWhereThatIsAsked() throws ProbeException {
        OwnCredentials.Builder any = own(Identity.ambient(), sts.environment(Map.of()));
        assertThat(lease(any.proving().build())).containsKey("AWS_ACCESS_KEY_ID");

        sts.answers("GetCallerIdentity", FakeSts.error(403, "InvalidClientTokenId", "The token is invalid"));
        assertThat(Refusal.of(any.build(), STACK)).contains("InvalidClientTokenId");
    }

    @Test
    void credentialsOfAnotherAccountAreNotLeased() {
        sts.opens(FakeSts.OWN_KEY, "222222222222");

        assertThat(Refusal.of(source(), STACK)).contains("of account 222222222222 and not of 111111111111");
    }

    @Test
    void eachStackMayExpectAnAccountOfItsOwn() throws ProbeException {
        EnvironmentSource source = own(Identity.ambient(), sts.environment(Map.of()))
                .expecting(
                        stack -> Account.of(stack.tagged("environment").isPresent() ? "111111111111" : "222222222222"))
                .build();

        assertThat(lease(source)).containsEntry("AWS_ACCESS_KEY_ID", FakeSts.OWN_KEY);
        assertThat(Refusal.of(source, Stacks.stack("/b"))).contains("not of 222222222222");
    }

    @Test
    void aNamedProfileWinsOverTheEnvironment() throws IOException, ProbeException {
        profiles("[prod]\naws_access_key_id = AKIAPROD\naws_secret_access_key = s\naws_session_token = t\n");
        Map<String, String> environment = sts.environment(Map.of("HOME", home.toString()));

        assertThat(lease(own(Identity.profile("prod"), environment).build()))
                .containsEntry("AWS_ACCESS_KEY_ID", "AKIAPROD")
                .containsEntry("AWS_SESSION_TOKEN", "t");
    }

    @Test
    void keysOfTheEnvironmentWinOverItsProfile() throws IOException, ProbeException {
        profiles("[prod]\naws_access_key_id = AKIAPROD\naws_secret_access_key = s\n");
        Map<String, String> environment = sts.environment(Map.of("HOME", home.toString(), "AWS_PROFILE", "prod"));

        assertThat(lease(own(Identity.ambient(), environment).build()))
                .containsEntry("AWS_ACCESS_KEY_ID", FakeSts.OWN_KEY)
                .containsEntry("AWS_PROFILE", "");
    }

    @Test
    void withoutKeysTheProfileOfTheEnvironmentTells() throws IOException, ProbeException {
        profiles("[prod]\naws_access_key_id = AKIAPROD\naws_secret_access_key = s\nregion = eu-west-2\n");

        assertThat(lease(own(Identity.ambient(), keyless(Map.of("AWS_PROFILE", "prod")))
                        .build()))
                .containsEntry("AWS_ACCESS_KEY_ID", "AKIAPROD")
                .containsEntry("AWS_REGION", "eu-west-2");
    }

    @Test
    void withoutAnythingElseTheDefaultProfileTells() throws IOException, ProbeException {
        profiles("[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = s\n");

        assertThat(lease(own(Identity.ambient(), keyless(Map.of())).build()))
                .containsEntry("AWS_ACCESS_KEY_ID", "AKIADEFAULT");
    }

    @Test
    void aTokenFileIsTradedForASession() throws IOException, ProbeException {
        Path token = Files.writeString(home.resolve("token"), "a.web.token\n");
        sts.grants("ASIAWEB", "111111111111", clock.instant().plus(Duration.ofHours(1)));
        Map<String, String> environment = keyless(Map.of(
                "AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(),
                "AWS_ROLE_ARN", "arn:aws:iam::111111111111:role/pod",
                "AWS_ROLE_SESSION_NAME", "pod-1"));

        assertThat(lease(own(Identity.ambient(), environment).build()))
                .containsEntry("AWS_ACCESS_KEY_ID", "ASIAWEB")
                .containsEntry("AWS_WEB_IDENTITY_TOKEN_FILE", "");
        assertThat(sts.calls("AssumeRoleWithWebIdentity").get(0))
                .containsEntry("WebIdentityToken", "a.web.token")
                .containsEntry("RoleSessionName", "pod-1")
                .doesNotContainKeys("Authorization", "DurationSeconds");
    }

    @Test
    void aTokenFileThatIsNotThereIsNamed() {
        Map<String, String> environment = keyless(
                Map.of("AWS_WEB_IDENTITY_TOKEN_FILE", "/nowhere/token", "AWS_ROLE_ARN", "arn:aws:iam::1:role/x"));

        assertThat(Refusal.of(own(Identity.ambient(), environment).build(), STACK))
                .contains("/nowhere/token cannot be read");
    }

    @Test
    void whatIsNoAccountIsRefusedWithAllOfIt() {
        assertThatThrownBy(() ->
                        OwnCredentials.of(Identity.gitHub()).expecting("12345").build())
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        invalid -> assertThat(invalid.problems()).hasSize(2))
                .hasMessageContaining("12 digits: \"12345\"");
    }

    private OwnCredentials.Builder own(Identity identity, Map<String, String> environment) {
        return OwnCredentials.of(identity).within(environment).timedBy(clock);
    }

    private Map<String, String> keyless(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(sts.environment(more));
        all.put("HOME", home.toString());
        all.remove("AWS_ACCESS_KEY_ID");
        return all;
    }

    private void profiles(String text) throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/credentials"), text);
    }

    private static Map<String, String> lease(EnvironmentSource source) throws ProbeException {
        try (EnvironmentLease lease = source.lease(STACK)) {
            return lease.variables();
        }
    }
}
