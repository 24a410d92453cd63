package dev.drift.aws.state;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.aws.state.StateException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

    private static final String CONFIGURATION = """
            [default]
            aws_access_key_id = AKIDDEFAULT
            aws_secret_access_key = secret-of-default

            [profile other]
            region = eu-south-2
            aws_access_key_id = AKIDOTHER
            aws_secret_access_key = secret-of-other
            """;

    @TempDir
    Path home = Path.of("");

    private final Bucket bucket = new Bucket();
    private final StateStore store = StateStore.standard();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        bucket.holding(SampleStates.state(7));
        Files.createDirectories(home.resolve(".aws"));
        environment.put("HOME", home.toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    @AfterEach
    void close() {
        store.close();
        bucket.close();
    }

    @Test
    void keysOfTheCodeStandBeforeThoseOfTheEnvironment() throws StateException {
        environment.putAll(Bucket.KEYS);

        read("access_key", "AKIDCODE", "secret_key", "secret-of-code", "token", "token-of-code");

        wasRead("AKIDCODE");
        bucket.server().verify(getRequestedFor(anyUrl()).withHeader("X-Amz-Security-Token", equalTo("token-of-code")));
    }

    @Test
    void keysOfTheEnvironmentStandBeforeTheProfileItNames() throws Exception {
        Files.writeString(home.resolve(".aws/config"), CONFIGURATION);
        environment.putAll(Bucket.KEYS);
        environment.put("AWS_SESSION_TOKEN", "token-of-environment");
        environment.put("AWS_PROFILE", "other");

        read();

        wasRead("AKIDEXAMPLE");
        bucket.server()
                .verify(getRequestedFor(anyUrl()).withHeader("X-Amz-Security-Token", equalTo("token-of-environment")));
    }

    @Test
    void aProfileOfTheCodeStandsBeforeKeysOfTheEnvironment() throws Exception {
        Files.writeString(home.resolve(".aws/config"), CONFIGURATION);
        environment.putAll(Bucket.KEYS);

        read("profile", "other", "region", "");

        wasRead("AKIDOTHER");
        bucket.server().verify(getRequestedFor(anyUrl()).withHeader("Authorization", containing("/eu-south-2/s3/")));
    }

    @Test
    void theEnvironmentMayNameAProfileAndItsFile() throws Exception {
        environment.put(
                "AWS_CONFIG_FILE",
                Files.writeString(home.resolve("mine"), CONFIGURATION).toString());
        environment.put("AWS_PROFILE", "other");

        read();

        wasRead("AKIDOTHER");
    }

    @Test
    void ofSeveralFilesTheLastOneHolds() throws Exception {
        Path first = Files.writeString(home.resolve("first"), CONFIGURATION);
        Files.writeString(home.resolve("last"), CONFIGURATION.replace("AKIDOTHER", "AKIDLAST"));

        read(
                "profile", "other",
                "shared_config_files.0", first.toString(),
                "shared_config_files.1", "~/last",
                "shared_config_files.2", "/does/not/exist");

        wasRead("AKIDLAST");
    }

    @Test
    void theDefaultProfileIsTheLastResort() throws Exception {
        Files.writeString(home.resolve(".aws/credentials"), CONFIGURATION.replace("profile ", ""));

        read();

        wasRead("AKIDDEFAULT");
    }

    @Test
    void aRoleOfTheCodeIsAssumedByWhoeverWeAre() throws StateException {
        environment.putAll(Bucket.KEYS);
        bucket.answeringPosts(aResponse().withBody(assumed("AssumeRole")));

        read(
                "assume_role.role_arn", "arn:aws:iam::1:role/reader",
                "assume_role.external_id", "e-1",
                "assume_role.session_name", "s-1",
                "assume_role.tags.Team", "web",
                "endpoints.sts", bucket.address());

        wasRead("AKIDASSUMED");
        bucket.server()
                .verify(postRequestedFor(anyUrl())
                        .withHeader("Authorization", containing("AKIDEXAMPLE"))
                        .withRequestBody(containing("Action=AssumeRole&"))
                        .withRequestBody(containing("RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Freader"))
                        .withRequestBody(containing("ExternalId=e-1"))
                        .withRequestBody(containing("RoleSessionName=s-1"))
                        .withRequestBody(containing("Tags.member.1.Key=Team")));
    }

    @Test
    void theOldWayToNameARoleIsUnderstood() throws StateException {
        environment.putAll(Bucket.KEYS);
        environment.put("AWS_ENDPOINT_URL_STS", bucket.address());
        bucket.answeringPosts(aResponse().withBody(assumed("AssumeRole")));

        read("role_arn", "arn:aws:iam::1:role/reader", "external_id", "e-1", "session_name", "s-1");

        wasRead("AKIDASSUMED");
        bucket.server().verify(postRequestedFor(anyUrl()).withRequestBody(containing("ExternalId=e-1")));
    }

    @Test
    void aTokenOfTheEnvironmentIsExchangedForKeys() throws Exception {
        environment.put(
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                Files.writeString(home.resolve("token"), "the-token").toString());
        environment.put("AWS_ROLE_ARN", "arn:aws:iam::1:role/ci");
        environment.put("AWS_ENDPOINT_URL_STS", bucket.address());
        bucket.answeringPosts(aResponse().withBody(assumed("AssumeRoleWithWebIdentity")));

        read();

        wasRead("AKIDASSUMED");
        bucket.server()
                .verify(postRequestedFor(anyUrl())
                        .withRequestBody(containing("Action=AssumeRoleWithWebIdentity&"))
                        .withRequestBody(containing("WebIdentityToken=the-token")));
    }

    @Test
    void aTokenOfTheCodeIsExchangedForKeys() throws Exception {
        environment.putAll(Bucket.KEYS);
        bucket.answeringPosts(aResponse().withBody(assumed("AssumeRoleWithWebIdentity")));

        read(
                "assume_role_with_web_identity.role_arn", "arn:aws:iam::1:role/ci",
                "assume_role_with_web_identity.web_identity_token", "the-token",
                "sts_endpoint", bucket.address());

        wasRead("AKIDASSUMED");
        bucket.server().verify(postRequestedFor(anyUrl()).withRequestBody(containing("WebIdentityToken=the-token")));
    }

    @Test
    void aRoleThatIsRefusedIsDenied() {
        environment.putAll(Bucket.KEYS);
        bucket.answeringPosts(
                aResponse()
                        .withStatus(403)
                        .withBody(
                                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error></ErrorResponse>"));

        StateException thrown = catchThrowableOfType(
                StateException.class,
                () -> read("role_arn", "arn:aws:iam::1:role/reader", "sts_endpoint", bucket.address()));

        assertThat(thrown.kind()).isEqualTo(Kind.DENIED);
        assertThat(thrown.reason()).contains("not you").doesNotContain("secret-of");
        assertThat(bucket.asked()).hasSize(1);
    }

    @Test
    void nobodyIsDenied() {
        StateException thrown = catchThrowableOfType(StateException.class, this::read);

        assertThat(thrown.kind()).isEqualTo(Kind.DENIED);
        assertThat(thrown.reason()).isEqualTo("reading the state failed: no credentials are to be had");
        assertThat(bucket.asked()).isEmpty();
    }

    private void read(String... settings) throws StateException {
        assertThat(store.facts(bucket.location(settings), home, environment)).isPresent();
    }

    private void wasRead(String by) {
        bucket.server().verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", containing("=" + by + "/")));
    }

    private static String assumed(String action) {
        return "<" + action + "Response><" + action + "Result><Credentials><AccessKeyId>AKIDASSUMED</AccessKeyId>"
                + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></" + action + "Result></" + action
                + "Response>";
    }
}
