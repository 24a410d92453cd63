package dev.drift.aws.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubIdentityTest {

    private static final Stack STACK = Stacks.stack("/a", "region/eu-central-1");
    private static final String ROLE = "arn:aws:iam::111111111111:role/drift-reader";
    private static final String BEARER = "job-bearer-0123456789";
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJyZXBvIn0.signature";

    private final ManualClock clock = new ManualClock();
    private final FakeSts sts = new FakeSts();
    private final WireMockServer gitHub =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        gitHub.start();
        gitHub.stubFor(get(anyUrl()).willReturn(aResponse().withBody("{\"count\":1,\"value\":\"" + TOKEN + "\"}")));
        sts.grants("ASIAWEB", "111111111111", clock.instant().plus(Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        gitHub.stop();
        sts.close();
    }

    @Test
    void theTokenOfTheJobAssumesTheRoleWithoutOtherCredentials() throws ProbeException {
        assertThat(lease(source(Map.of()))).containsEntry("AWS_ACCESS_KEY_ID", "ASIAWEB");

        gitHub.verify(getRequestedFor(urlPathEqualTo("/token"))
                .withQueryParam("api-version", equalTo("2.0"))
                .withQueryParam("audience", equalTo("sts.amazonaws.com"))
                .withHeader("Authorization", equalTo("Bearer " + BEARER)));
        assertThat(sts.calls("AssumeRoleWithWebIdentity"))
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .containsEntry("WebIdentityToken", TOKEN)
                        .containsEntry("RoleArn", ROLE)
                        .containsEntry("DurationSeconds", "3600")
                        .doesNotContainKey("Authorization"));
        assertThat(sts.count("AssumeRole")).isZero();
    }

    @Test
    void aRenewalAsksForANewToken() throws ProbeException {
        AssumedRoles source = source(Map.of());
        lease(source);
        clock.advance(Duration.ofMinutes(41));
        lease(source);

        gitHub.verify(2, getRequestedFor(urlPathEqualTo("/token")));
    }

    @Test
    void theAccountIsCheckedAllTheSame() {
        sts.opens("ASIAWEB", "222222222222");

        assertThat(Refusal.of(source(Map.of()), STACK)).contains("of account 222222222222 and not of 111111111111");
    }

    @Test
    void aJobThatMayNotAskIsToldWhichPermissionItNeeds() {
        Map<String, String> none = Map.of("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "");

        assertThat(Refusal.of(source(none), STACK))
                .contains("ACTIONS_ID_TOKEN_REQUEST_TOKEN is not set")
                .contains("id-token: write");
    }

    @Test
    void aTokenIsOnlyAskedForUnderAnAddressThatNobodyOverhears() {
        assertThat(Refusal.of(source(Map.of("ACTIONS_ID_TOKEN_REQUEST_URL", "http://example.com/token")), STACK))
                .contains("no https address");
        assertThat(Refusal.of(source(Map.of("ACTIONS_ID_TOKEN_REQUEST_URL", "http://[")), STACK))
                .contains("no https address");
    }

    @Test
    void redirectsAreNotFollowed() {
        gitHub.stubFor(get(anyUrl())
                .willReturn(aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/elsewhere")));

        assertThat(Refusal.of(source(Map.of()), STACK)).contains("status 302");
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        gitHub.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(403).withBody(TOKEN)));

        assertThat(Refusal.of(source(Map.of()), STACK)).isEqualTo("asking GitHub for an OIDC token failed: status 403");
        gitHub.verify(1, getRequestedFor(urlPathEqualTo("/token")));
    }

    @Test
    void oneFailureOfTheServiceIsNone() throws ProbeException {
        gitHub.stubFor(get(anyUrl())
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("done")
                .willReturn(aResponse().withStatus(503)));

        assertThat(lease(source(Map.of()))).containsEntry("AWS_ACCESS_KEY_ID", "ASIAWEB");
    }

    @Test
    void aBrokenConnectionAndAnAnswerWithoutATokenAreTold() {
        gitHub.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(Refusal.of(source(Map.of()), STACK)).contains("the connection failed");

        gitHub.stubFor(get(anyUrl()).willReturn(aResponse().withBody("{\"value\": \"" + TOKEN)));
        assertThat(Refusal.of(source(Map.of()), STACK))
                .contains("holds no token")
                .doesNotContain("eyJ");
    }

    @Test
    void aBearerThatIsNoHeaderIsNotQuoted() {
        assertThat(Refusal.of(source(Map.of("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "two\nlines")), STACK))
                .isEqualTo("ACTIONS_ID_TOKEN_REQUEST_TOKEN is no token");
    }

    @Test
    void whatStsRefusesIsToldWithoutTheToken() {
        sts.answers(
                "AssumeRoleWithWebIdentity",
                FakeSts.error(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity " + TOKEN));

        assertThat(Refusal.of(source(Map.of()), STACK))
                .contains("Not authorized to perform sts:AssumeRoleWithWebIdentity")
                .doesNotContain("eyJ");
    }

    private AssumedRoles source(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME",
                "/nowhere",
                "AWS_ENDPOINT_URL_STS",
                sts.url(),
                "ACTIONS_ID_TOKEN_REQUEST_URL",
                "http://127.0.0.1:" + gitHub.port() + "/token?api-version=2.0",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                BEARER));
        environment.putAll(more);
        return AssumedRoles.taking(ROLE)
                .from(Identity.gitHub())
                .within(environment)
                .timedBy(clock)
                .build();
    }

    private static Map<String, String> lease(AssumedRoles source) throws ProbeException {
        try (EnvironmentLease lease = source.lease(STACK)) {
            return lease.variables();
        }
    }
}
