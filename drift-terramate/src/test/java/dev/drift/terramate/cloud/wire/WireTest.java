package dev.drift.terramate.cloud.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.config.Secret;
import dev.drift.value.Value;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {

    private static final String KEY = "tmco_very_secret_key";
    private static final Value BODY = Value.of(Map.of("name", Value.of("value")));
    private static final WireSettings QUICK = new WireSettings(
            "drift/test",
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            Duration.ofSeconds(2));

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final AtomicInteger attempts = new AtomicInteger();
    private final Credential credential = () -> {
        attempts.incrementAndGet();
        return Optional.of(Secret.of("Bearer " + KEY));
    };
    private Wire wire = Wire.to(URI.create("http://127.0.0.1:1"), credential, QUICK);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void introducesItselfAndSaysWhoAsks() throws Exception {
        server.stubFor(get(anyUrl()).willReturn(json("{\"a\":1}")));

        assertThat(wire(QUICK)
                        .ask(CloudRequest.get("v1", "things")
                                .with("name", "a b&c")
                                .with("page", "1")))
                .isEqualTo(Value.of(Map.of("a", Value.of(1))));
        server.verify(getRequestedFor(urlEqualTo("/v1/things?name=a%20b%26c&page=1"))
                .withHeader("User-Agent", equalTo("drift/test"))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader("Authorization", equalTo("Bearer " + KEY)));
    }

    @Test
    void saysNothingOfWhoAsksWhenAnonymous() throws Exception {
        server.stubFor(get(anyUrl()).willReturn(json("{}")));

        wire(QUICK).as(Credential.ANONYMOUS).ask(CloudRequest.get("x"));

        server.verify(getRequestedFor(urlEqualTo("/x")).withoutHeader("Authorization"));
    }

    @Test
    void keepsThePathOfTheBase() throws Exception {
        server.stubFor(get(anyUrl()).willReturn(json("{}")));
        wire = Wire.to(URI.create(server.baseUrl() + "/behind/a/proxy"), credential, QUICK);

        wire.ask(CloudRequest.get("v1", "x"));

        server.verify(getRequestedFor(urlEqualTo("/behind/a/proxy/v1/x")));
    }

    @Test
    void sendsJsonOnce() throws Exception {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));

        wire(QUICK).tell(CloudRequest.post(BODY, "v1"));

        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalTo("{\"name\":\"value\"}")));
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "409, CONFLICT",
        "400, REJECTED",
        "422, REJECTED",
        "302, REDIRECTED",
        "307, REDIRECTED"
    })
    void takesARefusalForFinal(int status, CloudFault fault) {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status).withBody("{\"error\":\"because\"}")));

        CloudException refused = refusal(CloudRequest.get("v1", "x"));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.reason())
                .matches("localhost:\\d+ answered " + status + " to GET /v1/x: because"
                        + (status == 401 ? " \\(asked with the .*\\)" : ""));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void neverFollowsARedirectWithTheCredential() {
        server.stubFor(get(urlEqualTo("/from"))
                .willReturn(aResponse().withStatus(301).withHeader("Location", server.baseUrl() + "/to")));

        assertThat(refusal(CloudRequest.get("from")).fault()).isEqualTo(CloudFault.REDIRECTED);
        server.verify(0, getRequestedFor(urlEqualTo("/to")));
    }

    @Test
    void doesNotWaitForAnAnswerThatDrips() {
        server.stubFor(get(anyUrl())
                .willReturn(json("{\"a\":\"" + "x".repeat(2000) + "\"}").withChunkedDribbleDelay(200, 60_000)));
        WireSettings impatient = new WireSettings(
                "drift/test",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofMillis(1),
                Duration.ofSeconds(1));

        CloudException slow =
                catchThrowableOfType(CloudException.class, () -> wire(impatient).ask(CloudRequest.get("x")));

        assertThat(slow.fault()).isEqualTo(CloudFault.TIMED_OUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"uuid\":\"12",
                "application/json | ''",
                "application/json | {\"a\":1,\"a\":2}",
                "text/html | <html>",
                "text/plain | {}"
            })
    void refusesAnAnswerThatIsNoJson(String type, String body) {
        server.stubFor(post(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(body)));

        assertThat(refusal(CloudRequest.post(BODY, "x")).fault()).isEqualTo(CloudFault.GARBLED);
        server.verify(1, postRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void takesParametersOfTheContentType() throws Exception {
        server.stubFor(get(anyUrl())
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json; charset=utf-8")
                        .withBody("{}")));

        assertThat(wire(QUICK).ask(CloudRequest.get("x"))).isEqualTo(Value.of(Map.of()));
    }

    @Test
    void neverShowsTheCredential() {
        server.stubFor(get(anyUrl())
                .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"no such key " + KEY + "\"}")));

        CloudException refused = refusal(CloudRequest.get("x"));

        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("401").doesNotContain(KEY);
        assertThat(wire.toString() + credential).doesNotContain(KEY);
        assertThat(CloudRequest.post(Value.of(KEY), "x").toString()).isEqualTo("POST /x");
    }

    @Test
    void refusesAPathThatLeavesItsPlace() {
        assertThatThrownBy(() -> CloudRequest.get("v1", "..", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CloudRequest.get("v1", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private CloudException refusal(CloudRequest request) {
        return catchThrowableOfType(CloudException.class, () -> wire(QUICK).ask(request));
    }

    private Wire wire(WireSettings settings) {
        wire.close();
        wire = Wire.to(URI.create(server.baseUrl()), credential, settings);
        return wire;
    }

    private static ResponseDefinitionBuilder json(String body) {
        return jsonResponse(body, 200);
    }
}
