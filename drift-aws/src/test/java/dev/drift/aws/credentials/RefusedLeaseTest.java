package dev.drift.aws.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedLeaseTest {

    private static final Stack STACK = Stacks.stack("/a", "region/eu-central-1");

    private final ManualClock clock = new ManualClock();
    private final FakeSts sts = new FakeSts();

    @BeforeEach
    void grant() {
        sts.grants("ASIA1", "111111111111", clock.instant().plus(Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        FakeSts.error(403, "AccessDenied", "User: arn:aws:iam::111111111111:user/u may not"),
                        "AccessDenied: User: arn:aws:iam::111111111111:user/u may not",
                        1),
                Arguments.of(FakeSts.error(400, "ExpiredToken", "The token is expired"), "ExpiredToken", 1),
                Arguments.of(FakeSts.error(400, "ValidationError", "too long"), "ValidationError: too long", 1),
                Arguments.of(FakeSts.error(400, "Throttling", "Rate exceeded"), "Throttling", 3),
                Arguments.of(FakeSts.error(500, "InternalFailure", "oh"), "status 500", 3),
                Arguments.of(aResponse().withBody("<html>"), "makes no sense", 3),
                Arguments.of(aResponse().withBody("<AssumeRoleResponse/>"), "holds no credentials", 1),
                Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), "the connection failed", 3));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatStsSaidAndTriesAgainWhereThatCanHelp(ResponseDefinitionBuilder answer, String said, int times) {
        sts.answers("AssumeRole", answer);

        assertThat(Refusal.of(reader(Map.of()), STACK))
                .startsWith("assuming arn:aws:iam::111111111111:role/drift-reader in eu-central-1 failed: ")
                .contains(said);
        assertThat(sts.count("AssumeRole")).isGreaterThanOrEqualTo(times);
    }

    @Test
    void beingThrottledOnceIsNoFailure() throws ProbeException {
        sts.answersOnce("AssumeRole", FakeSts.error(400, "Throttling", "Rate exceeded"));

        try (EnvironmentLease lease = reader(Map.of()).lease(STACK)) {
            assertThat(lease.variables()).containsEntry("AWS_ACCESS_KEY_ID", "ASIA1");
        }
        assertThat(sts.count("AssumeRole")).isEqualTo(2);
    }

    @Test
    void halfOfTheCredentialsAreNone() {
        sts.answers(
                "AssumeRole",
                aResponse()
                        .withBody("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA1</AccessKeyId>"
                                + "</Credentials></AssumeRoleResult></AssumeRoleResponse>"));

        assertThat(Refusal.of(reader(Map.of()), STACK)).contains("half of the credentials");
    }

    @Test
    void nobodyAtTheEndpointIsToldAsSuch() {
        AssumedRoles source = reader(Map.of());
        sts.close();

        assertThat(Refusal.of(source, STACK)).contains("eu-central-1").contains("connection failed");
    }

    @Test
    void anotherAccountThanThatOfTheRoleIsNamedWithBoth() {
        sts.opens("ASIA1", "222222222222");

        assertThat(Refusal.of(reader(Map.of()), STACK))
                .contains("of account 222222222222 and not of 111111111111")
                .contains("nothing was read");
    }

    @Test
    void ourOwnAccountMustBeTheExpectedOneBeforeARoleIsAssumed() {
        AssumedRoles source = AssumedRoles.taking("drift-reader")
                .expecting("333333333333")
                .within(sts.environment(Map.of()))
                .timedBy(clock)
                .build();

        assertThat(Refusal.of(source, STACK)).contains("of account 111111111111 and not of 333333333333");
        assertThat(sts.count("AssumeRole")).isZero();
    }

    @Test
    void anAccountThatStsDoesNotNameIsNotTakenForTheRightOne() {
        sts.answers("GetCallerIdentity", aResponse().withBody("<GetCallerIdentityResponse/>"));

        assertThat(Refusal.of(reader(Map.of()), STACK)).contains("does not say which account");
    }

    @Test
    void noSecretIsTold() {
        String token = "IQoJb3JpZ2luX2VjEAAaDGV1LWNlbnRyYWwtMSJHMEUCIQDX";
        sts.answers(
                "AssumeRole",
                FakeSts.error(
                        403,
                        "SignatureDoesNotMatch",
                        "Expected&#10;x-amz-security-token:" + token + "&#10;" + "k".repeat(40)));

        assertThat(Refusal.of(reader(Map.of("AWS_SESSION_TOKEN", token)), STACK))
                .contains("SignatureDoesNotMatch")
                .doesNotContain(token)
                .doesNotContain("kkkk")
                .doesNotContain(FakeSts.OWN_SECRET);
    }

    @Test
    void aMissingProfileIsNamedWithTheFilesThatWereSearched(@TempDir Path home) throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[profile there]\nregion = eu-west-3\n");
        AssumedRoles source = AssumedRoles.taking("drift-reader")
                .from(Identity.profile("prod"))
                .within(sts.environment(Map.of("HOME", home.toString())))
                .build();

        assertThat(Refusal.of(source, STACK))
                .isEqualTo("AWS profile \"prod\" is neither in " + home.resolve(".aws/config") + " nor in "
                        + home.resolve(".aws/credentials"));
    }

    @Test
    void brokenProfilesAreNotQuoted(@TempDir Path home) throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/credentials"), "[default]\nmysecretkeywithoutequals\n");
        AssumedRoles source = AssumedRoles.taking("drift-reader")
                .within(Map.of("HOME", home.toString(), "AWS_ENDPOINT_URL", sts.url()))
                .build();

        assertThat(Refusal.of(source, STACK)).contains("cannot be read").doesNotContain("mysecretkey");
    }

    @Test
    void noCredentialsAtAllAreToldWithWhereTheyWereSoughtFor() {
        AssumedRoles source = AssumedRoles.taking("drift-reader")
                .within(Map.of("HOME", "/nowhere", "AWS_EC2_METADATA_DISABLED", "true"))
                .build();

        assertThat(Refusal.of(source, STACK)).startsWith("no AWS credentials: no keys in the environment");
    }

    @Test
    void anEndpointThatIsNoneIsNotQuoted() {
        assertThat(Refusal.of(reader(Map.of("AWS_ENDPOINT_URL_STS", "user:password@host")), STACK))
                .contains("AWS_ENDPOINT_URL_STS")
                .doesNotContain("password");
    }

    private AssumedRoles reader(Map<String, String> more) {
        return AssumedRoles.taking("drift-reader")
                .within(sts.environment(more))
                .timedBy(clock)
                .build();
    }
}
