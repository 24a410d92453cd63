package dev.drift.terramate.cloud.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.stack.StackPath;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.message.Metadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeploymentCallsTest {

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private TerramateCloud cloud;
    private Deployment deployment;

    @BeforeEach
    void deploy() throws Exception {
        CloudServer.behaves(server);
        server.stubFor(post(urlPathMatching("/v1/deployments/.*/stacks"))
                .willReturn(jsonResponse("[{\"stack_id\":4,\"meta_id\":\"ID-A\",\"status\":\"queued\"},{}]", 200)));
        cloud = CloudServer.connect(server);
        deployment = cloud.deployments()
                .create(new DeploymentStart(
                        Optional.empty(),
                        List.of(new DeployedStack(
                                CloudServer.stack("a"),
                                "abc",
                                List.of("terraform", "apply"),
                                Optional.of("https://ci/1"))),
                        StackPath.of("/"),
                        Metadata.NONE));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void isMadeUnderAnIdentityOfItsOwn() {
        assertThat(deployment.of(CloudServer.stack("a").stack())).hasValue(4);
        assertThat(deployment.of(CloudServer.stack("b").stack())).isEmpty();
        server.verify(postRequestedFor(urlEqualTo(path())).withRequestBody(equalToJson("""
                        {"stacks":[{"repository":"github.com/Acme/infra","default_branch":"main","path":"/stacks/a","meta_id":"id-a",
                                    "meta_name":"a","meta_tags":["environment/prod"],"commit_sha":"abc",
                                    "deployment_cmd":"terraform apply","deployment_url":"https://ci/1"}],
                         "workdir":"/","metadata":{}}
                        """)));
    }

    @Test
    void saysHowAStackStands() throws Exception {
        cloud.deployments().update(deployment.uuid(), 4, DeploymentStatus.CANCELED, Optional.empty());

        server.verify(patchRequestedFor(urlEqualTo(path()))
                .withRequestBody(equalToJson("{\"stacks\":[{\"stack_id\":4,\"status\":\"canceled\"}]}")));
    }

    @Test
    void addsToTheLog() throws Exception {
        cloud.deployments()
                .log(deployment.uuid(), 4, List.of(new LogLine(1, Instant.ofEpochSecond(0), LogChannel.OUTPUT, "x")));

        server.verify(postRequestedFor(
                urlEqualTo("/v1/stacks/" + ORGANIZATION + "/4/deployments/" + deployment.uuid() + "/logs")));
    }

    private String path() {
        return "/v1/deployments/" + ORGANIZATION + "/" + deployment.uuid() + "/stacks";
    }
}
