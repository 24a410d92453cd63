package dev.drift.terramate.cloud.live;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.testing.Stacks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CloudStandingsTest {

    private static final Stack WEB = Stacks.identified(Stacks.stack("/stacks/web"), "Web-1");
    private static final Stack DNS = Stacks.identified(Stacks.stack("/stacks/dns"), "dns-1");
    private static final Stack NAMELESS = Stacks.stack("/stacks/nameless");

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    @BeforeEach
    void behave() {
        CloudServer.behaves(server);
    }

    @Test
    void nameTheStacksThatStandSoByTheirId() throws Exception {
        server.stubFor(get(urlPathEqualTo("/v1/stacks/" + CloudServer.ORGANIZATION))
                .withQueryParam("repository", equalTo("github.com/Acme/infra"))
                .withQueryParam("status", equalTo("drifted"))
                .withQueryParam("target", equalTo("prod"))
                .willReturn(jsonResponse(
                        "{\"stacks\":[{\"stack_id\":1,\"meta_id\":\"web-1\",\"status\":\"drifted\"},"
                                + "{\"stack_id\":2,\"meta_id\":\"gone-1\",\"status\":\"drifted\"}]}",
                        200)));

        assertThat(standings().of(List.of(DNS, WEB, NAMELESS), "drifted")).containsExactly(WEB);
    }

    @Test
    void areUnknownWhereTheCloudDoesNotTell() throws Exception {
        server.stubFor(
                get(urlPathEqualTo("/v1/stacks/" + CloudServer.ORGANIZATION)).willReturn(serverError()));
        CloudStandings standings = standings();

        assertThatThrownBy(() -> standings.of(List.of(WEB), "drifted")).isInstanceOf(CloudException.class);
    }

    private CloudStandings standings() throws Exception {
        Checkout checkout = Checkout.in(folder);
        return new CloudStandings(checkout.root(), checkout.delivery(server.baseUrl(), CloudSwitch.OFF));
    }
}
