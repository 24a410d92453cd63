package dev.drift.terramate.cloud.stack;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.stack.StackId;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.message.Target;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StackCallsTest {

    private static final String PATH = "/v1/stacks/" + ORGANIZATION;

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private TerramateCloud cloud;

    @BeforeEach
    void connect() throws Exception {
        CloudServer.behaves(server);
        cloud = CloudServer.connect(server);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void readsPageAfterPageUntilOneIsNotFull() throws Exception {
        page(1, stack(1, "a"), stack(2, "b"));
        page(2, stack(3, "c"), stack(4, "d"));
        page(3, stack(5, "e"));

        List<StackState> found = cloud.stacks()
                .find(StackQuery.inRepository("github.com/Acme/infra").withStatus("healthy"));

        assertThat(found).extracting(StackState::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        server.verify(
                3,
                getRequestedFor(urlPathEqualTo(PATH))
                        .withQueryParam("repository", equalTo("github.com/Acme/infra"))
                        .withQueryParam("status", equalTo("ok"))
                        .withQueryParam("per_page", equalTo("2")));
    }

    @Test
    void readsStacksOfANewerServer() throws Exception {
        page(
                1,
                "{\"stack_id\":\"9\",\"meta_id\":\"a\",\"status\":\"sleeping\",\"drift_status\":\"drifted\",\"target\":\"\"}",
                "{\"stack_id\":10,\"meta_id\":null}");
        page(2);

        List<StackState> found = cloud.stacks().find(StackQuery.inRepository("r"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).number()).isEqualTo(9);
        assertThat(found.get(0).identity().target()).isEmpty();
        assertThat(found.get(0).standing().status()).isEqualTo("sleeping");
        assertThat(found.get(0).standing().isDrifted()).isTrue();
        assertThat(found.get(0).standing().deployment()).isEqualTo("unknown");
    }

    @Test
    void findsAStackByItsIdInAnyCase() throws Exception {
        page(1, stack(1, "other"));
        page(1, stack(3, "MY-id"));

        assertThat(cloud.stacks()
                        .find(StackQuery.inRepository("r").on(Target.of("prod-eu")), StackId.of("My-ID"))
                        .map(StackState::number))
                .contains(3L);
        server.verify(getRequestedFor(urlPathEqualTo(PATH))
                .withQueryParam("meta_id", equalTo("my-id"))
                .withQueryParam("target", equalTo("prod-eu")));
        assertThat(cloud.stacks().find(StackQuery.inRepository("r"), StackId.of("unheard-of")))
                .isEmpty();
    }

    @Test
    void asksForWhatDrifted() throws Exception {
        page(1);

        cloud.stacks().find(StackQuery.inRepository("r").withDrift(DriftStatus.DRIFTED));

        server.verify(getRequestedFor(urlPathEqualTo(PATH)).withQueryParam("drift_status", equalTo("drifted")));
    }

    private void page(int number, String... stacks) {
        server.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("page", equalTo(Integer.toString(number)))
                .willReturn(jsonResponse("{\"stacks\":[" + String.join(",", stacks) + "]}", 200)));
    }

    private static String stack(int number, String id) {
        return "{\"stack_id\":" + number + ",\"meta_id\":\"" + id + "\",\"status\":\"ok\"}";
    }
}
