package dev.drift.aws.state;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.drift.code.StateLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What speaks S3, DynamoDB, STS and KMS to the tests, word by word. */
final class Bucket implements AutoCloseable {

    static final String STATE = "/states/prod/web.tfstate";
    static final String LOCK = STATE + ".tflock";
    static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret-of-the-environment");

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    Bucket() {
        server.start();
    }

    /** The location of the state, with more settings. */
    StateLocation location(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "bucket", "states",
                "key", "prod/web.tfstate",
                "region", "eu-central-1",
                "use_path_style", "true",
                "endpoints.s3", server.baseUrl()));
        for (int place = 0; place < more.length; place += 2) {
            settings.put(more[place], more[place + 1]);
        }
        return SampleStates.backend("s3", settings);
    }

    String address() {
        return server.baseUrl();
    }

    WireMockServer server() {
        return server;
    }

    /** Holds the state. */
    Bucket holding(String state) {
        ResponseDefinitionBuilder found = aResponse()
                .withHeader("ETag", "\"" + state.hashCode() + "\"")
                .withHeader("Content-Type", "application/json");
        server.stubFor(get(urlPathEqualTo(STATE)).willReturn(found.withBody(state)));
        server.stubFor(head(urlPathEqualTo(STATE)).willReturn(found));
        return this;
    }

    /** Answers a GET of a path. */
    Bucket answering(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
        return this;
    }

    /** Answers whatever is posted: DynamoDB, STS and KMS. */
    Bucket answeringPosts(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
        return this;
    }

    /** The error as S3 writes it. */
    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/xml")
                .withBody("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error>");
    }

    static ResponseDefinitionBuilder noSuchKey() {
        return error(404, "NoSuchKey", "The specified key does not exist.");
    }

    /** What was asked so far, in order, as {@code GET /path}. */
    List<String> asked() {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .map(request -> request.getMethod() + " " + request.getUrl().replaceFirst("\\?.*", ""))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
