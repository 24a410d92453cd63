package dev.drift.terramate.cloud.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.drift.config.Secret;
import dev.drift.value.Value;
import java.net.ServerSocket;
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

class RepeatingTest {

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
    void triesReadingAgainWhenTheServerFails() throws Exception {
        server.stubFor(get(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(503)));
        server.stubFor(get(anyUrl()).inScenario("s").whenScenarioStateIs("well").willReturn(json("{}")));

        wire(QUICK).ask(CloudRequest.get("x"));

        server.verify(2, getRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void givesUpAfterThreeFailures() {
        server.stubFor(patch(anyUrl()).willReturn(aResponse().withStatus(500)));

        assertThatThrownBy(() -> wire(QUICK).tell(CloudRequest.patch(BODY, "x")))
                .isInstanceOf(CloudException.class);
        server.verify(3, patchRequestedFor(urlEqualTo("/x")));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503"})
    void neverRepeatsWhatMakesSomethingNew(int status) {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status)));

        assertThat(refusal(CloudRequest.post(BODY, "x")).fault()).isEqualTo(CloudFault.FAILING);
        server.verify(1, postRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void neverRepeatsAPostWhoseConnectionBroke() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(refusal(CloudRequest.post(BODY, "x")).fault()).isEqualTo(CloudFault.UNREACHABLE);
        server.verify(1, postRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void repeatsAReadWhoseConnectionBroke() {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(refusal(CloudRequest.get("x")).fault()).isEqualTo(CloudFault.UNREACHABLE);
        server.verify(3, getRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void repeatsAPostOfWhichNothingWasSent() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            wire = Wire.to(URI.create("http://127.0.0.1:" + taken.getLocalPort()), credential, QUICK);
        }

        CloudException refused =
                catchThrowableOfType(CloudException.class, () -> wire.ask(CloudRequest.post(BODY, "x")));

        assertThat(refused.fault()).isEqualTo(CloudFault.UNREACHABLE);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws Exception {
        server.stubFor(post(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("calm")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1")));
        server.stubFor(
                post(anyUrl()).inScenario("s").whenScenarioStateIs("calm").willReturn(json("{}")));
        long start = System.nanoTime();

        wire(QUICK).ask(CloudRequest.post(BODY, "x"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        server.verify(2, postRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void givesUpWhenItIsAskedToWaitTooLong() {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        CloudException refused = refusal(CloudRequest.get("x"));

        assertThat(refused.fault()).isEqualTo(CloudFault.THROTTLED);
        assertThat(refused).hasMessageContaining("3600 s");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void doesNotTryAgainWhenInterrupted() {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        Thread.currentThread().interrupt();

        assertThat(refusal(CloudRequest.get("x"))).isNotNull();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).hasValue(1);
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
