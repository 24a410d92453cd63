package dev.drift.terramate.cloud;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.config.Secret;
import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import dev.drift.terramate.cloud.login.CloudAddress;
import dev.drift.terramate.cloud.message.CloudStack;
import dev.drift.terramate.cloud.message.Repository;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.WireSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server that answers as Terramate Cloud does when all is well, for tests to spoil. */
public final class CloudServer {

    public static final String ORGANIZATION = "0aa1-org";
    public static final String DRIFT = "11ee-drift";

    private CloudServer() {}

    /** Knows the organisation {@code acme}, starts every drift as the same one, and accepts whatever is told. */
    public static void behaves(WireMockExtension server) {
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(noContent()));
        server.stubFor(get(urlEqualTo("/.well-known/cli.json"))
                .willReturn(jsonResponse("{\"required_version\":\"> 0.4.3\"}", 200)));
        members(server, "{\"org_name\":\"acme\",\"org_uuid\":\"" + ORGANIZATION + "\",\"status\":\"active\"}");
        server.stubFor(post(urlPathEqualTo("/v2/drifts/" + ORGANIZATION))
                .willReturn(jsonResponse("{\"uuid\":\"" + DRIFT + "\",\"news\":{}}", 200)));
    }

    /** The organisations of whoever asks. */
    public static void members(WireMockExtension server, String... memberships) {
        server.stubFor(get(urlEqualTo("/v1/memberships"))
                .willReturn(jsonResponse("[" + String.join(",", memberships) + "]", 200)));
    }

    public static TerramateCloud connect(WireMockExtension server) throws CloudException {
        return TerramateCloud.connect(settings(server, Optional.of("ACME")));
    }

    public static CloudSettings settings(WireMockExtension server, Optional<String> organization) {
        CloudAddress address = new CloudAddress(URI.create(server.baseUrl()), "api.terramate.io");
        WireSettings wire = new WireSettings(
                "drift/test",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofSeconds(2));
        return new CloudSettings(address, () -> Optional.of(Secret.of("Basic abcdefg")), organization, wire, 2);
    }

    /** A stack whose id is spelled with capitals. */
    public static CloudStack stack(String name) {
        Stack stack = new Stack(
                StackPath.of("/stacks/" + name),
                Optional.of(StackId.of("ID-" + name)),
                name,
                "",
                List.of(Tag.of("environment/prod")),
                Path.of("/checkout/stacks/" + name));
        return new CloudStack(new Repository("github.com/Acme/infra", "main"), stack, Optional.empty());
    }
}
