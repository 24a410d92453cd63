package dev.drift.terramate.cloud.preview;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.Provisioner;
import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.terramate.cloud.message.ReviewRequest.Person;
import dev.drift.terramate.cloud.message.ReviewRequest.Revision;
import dev.drift.terramate.cloud.message.ReviewRequest.Standing;
import dev.drift.terramate.cloud.message.ReviewRequest.Subject;
import dev.drift.terramate.cloud.message.ReviewRequest.Times;
import dev.drift.terramate.cloud.wire.CloudException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreviewCallsTest {

    private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000);

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
    void makesAPreviewOfAllStacks() throws Exception {
        answer("{\"preview_id\":5,\"stacks\":[{\"meta_id\":\"ID-A\",\"stack_preview_id\":8}]}");

        Preview preview = cloud.previews().create(start());

        assertThat(preview.id()).isEqualTo("5");
        assertThat(preview.of(CloudServer.stack("a").stack())).contains("8");
        assertThat(preview.of(CloudServer.stack("b").stack())).isEmpty();
        server.verify(
                postRequestedFor(urlEqualTo("/v1/previews/" + ORGANIZATION)).withRequestBody(equalToJson("""
                        {"commit_sha":"abc","pushed_at":1700000000,"technology":"terraform","technology_layer":"default",
                         "review_request":{"platform":"github","repository":"github.com/Acme/infra","commit_sha":"abc","number":7,
                           "title":"Title","description":"","url":"https://github.com/Acme/infra/pull/7","labels":[{"name":"infra"}],
                           "author":{"login":"dev","id":"1"},"status":"open","draft":false,
                           "changes_requested_count":0,"approved_count":0,"checks_total_count":0,"checks_failure_count":0,
                           "checks_success_count":0,"created_at":"2023-11-14T22:13:20Z","pushed_at":1700000000,
                           "branch":"feature","base_branch":"main"},
                         "metadata":{},
                         "stacks":[{"repository":"github.com/Acme/infra","default_branch":"main","path":"/stacks/a","meta_id":"id-a",
                                    "meta_name":"a","meta_tags":["environment/prod"],"preview_status":"pending","cmd":["terraform","plan"]},
                                   {"repository":"github.com/Acme/infra","default_branch":"main","path":"/stacks/b","meta_id":"id-b",
                                    "meta_name":"b","meta_tags":["environment/prod"],"preview_status":"affected","cmd":["terraform","plan"]}]}
                        """)));
    }

    @Test
    void refusesAPreviewWithoutIdentity() {
        answer("{\"stacks\":[]}");

        assertThatThrownBy(() -> cloud.previews().create(start())).isInstanceOf(CloudException.class);
    }

    @Test
    void saysHowAStackStandsWithoutTheSerial() throws Exception {
        Changeset seen =
                new Changeset(Provisioner.TERRAFORM, Optional.of("+ x"), Optional.of("{}"), OptionalLong.of(4));

        cloud.previews().update("8", PreviewStatus.CHANGED, Optional.of(seen));

        server.verify(patchRequestedFor(urlEqualTo("/v1/stack_previews/" + ORGANIZATION + "/8"))
                .withRequestBody(equalToJson("""
                        {"status":"changed",
                         "changeset_details":{"provisioner":"terraform","changeset_ascii":"+ x","changeset_json":"{}"}}
                        """)));
    }

    @Test
    void addsToTheLog() throws Exception {
        cloud.previews().log("8", List.of(new LogLine(1, THEN, LogChannel.OUTPUT, "hello")));

        server.verify(postRequestedFor(urlEqualTo("/v1/stack_previews/" + ORGANIZATION + "/8/logs")));
    }

    @Test
    void refusesWhatTheServerWouldRefuse() {
        assertThatThrownBy(() -> new PreviewedStack(CloudServer.stack("a"), PreviewStatus.PENDING, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PreviewedStack(CloudServer.stack("a"), PreviewStatus.CHANGED, List.of("plan")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Technology("terraform", "custom:a b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void answer(String json) {
        server.stubFor(post(urlEqualTo("/v1/previews/" + ORGANIZATION)).willReturn(jsonResponse(json, 200)));
    }

    private static PreviewStart start() {
        return new PreviewStart(
                "abc",
                THEN,
                Technology.of("terraform"),
                new ReviewRequest(
                        "github",
                        "github.com/Acme/infra",
                        new Subject(
                                7,
                                "Title",
                                "",
                                "https://github.com/Acme/infra/pull/7",
                                List.of(ReviewRequest.Label.named("infra"), ReviewRequest.Label.named(""))),
                        new Revision("abc", "feature", "main"),
                        new Standing("open", false, new Person("dev", Optional.empty(), Optional.of("1"))),
                        new Times(Optional.of(THEN), Optional.empty(), Optional.of(THEN))),
                Metadata.NONE,
                List.of(
                        new PreviewedStack(CloudServer.stack("a"), PreviewStatus.PENDING, List.of("terraform", "plan")),
                        new PreviewedStack(
                                CloudServer.stack("b"), PreviewStatus.AFFECTED, List.of("terraform", "plan"))));
    }
}
