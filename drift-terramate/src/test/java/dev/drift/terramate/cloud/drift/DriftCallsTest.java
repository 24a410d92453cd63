package dev.drift.terramate.cloud.drift;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.DRIFT;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.Coverage;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.CloudStack;
import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.Provisioner;
import dev.drift.terramate.cloud.message.Target;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.testing.Outcomes;
import dev.drift.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriftCallsTest {

    private static final Instant THEN = Instant.parse("2026-05-01T10:00:00.123Z");
    private static final Metadata METADATA = new Metadata(Map.of("git_commit_sha", Value.of("abc")));

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private TerramateCloud cloud;
    private DriftCalls drifts;

    @BeforeEach
    void connect() throws Exception {
        CloudServer.behaves(server);
        cloud = CloudServer.connect(server);
        drifts = cloud.drifts();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void startsARun() throws Exception {
        CloudStack plain = CloudServer.stack("a");
        CloudStack stack = new CloudStack(
                plain.repository(), plain.stack(), Optional.of(new Target("prod-eu", Optional.of("prod"))));

        assertThat(drifts.start(new DriftStart(stack, METADATA, THEN, List.of("terraform", "plan"))))
                .isEqualTo(DRIFT);
        server.verify(postRequestedFor(urlEqualTo("/v2/drifts/" + ORGANIZATION)).withRequestBody(equalToJson("""
                        {"stack":{"repository":"github.com/Acme/infra","target":"prod-eu","from_target":"prod",
                                  "default_branch":"main","path":"/stacks/a","meta_id":"id-a","meta_name":"a",
                                  "meta_tags":["environment/prod"]},
                         "metadata":{"git_commit_sha":"abc"},
                         "started_at":"2026-05-01T10:00:00.123Z",
                         "command":["terraform","plan"]}
                        """)));
    }

    @Test
    void refusesAnAnswerWithoutIdentity() {
        server.stubFor(post(urlPathEqualTo("/v2/drifts/" + ORGANIZATION)).willReturn(jsonResponse("{}", 200)));

        CloudException refused = catchThrowableOfType(
                CloudException.class,
                () -> drifts.start(new DriftStart(CloudServer.stack("a"), METADATA, THEN, List.of("plan"))));

        assertThat(refused.fault()).isEqualTo(CloudFault.GARBLED);
    }

    @Test
    void addsToTheLog() throws Exception {
        drifts.log(
                DRIFT,
                List.of(new LogLine(1, THEN, LogChannel.OUTPUT, "hello"), new LogLine(1, THEN, LogChannel.ERRORS, "")));

        server.verify(postRequestedFor(urlEqualTo("/v2/drifts/" + ORGANIZATION + "/" + DRIFT + "/logs"))
                .withRequestBody(equalToJson("""
                        [{"log_line":1,"timestamp":"2026-05-01T10:00:00.123Z","channel":"stdout","message":"hello"},
                         {"log_line":1,"timestamp":"2026-05-01T10:00:00.123Z","channel":"stderr","message":""}]
                        """)));
    }

    @Test
    void finishesARunWithWhatWasSeen() throws Exception {
        Changeset seen =
                new Changeset(Provisioner.OPENTOFU, Optional.of("~ desired"), Optional.of("{}"), OptionalLong.of(0));

        drifts.finish(DRIFT, new DriftFinish(DriftStatus.DRIFTED, Optional.of(seen), THEN));

        server.verify(patchRequestedFor(urlEqualTo("/v2/drifts/" + ORGANIZATION + "/" + DRIFT))
                .withRequestBody(equalToJson("""
                        {"status":"drifted","updated_at":"2026-05-01T10:00:00.123Z",
                         "changeset":{"provisioner":"opentofu","changeset_ascii":"~ desired","changeset_json":"{}","serial":0}}
                        """)));
    }

    @Test
    void readsRunsOfANewerServer() throws Exception {
        server.stubFor(get(urlEqualTo("/v1/stacks/" + ORGANIZATION + "/7/drifts?page=1&per_page=3"))
                .willReturn(jsonResponse("""
                        {"drifts":[{"id":"12","status":"evaporated","started_at":"2026-05-01T12:00:00.5+02:00","drift_details":null},
                                   {"id":11,"uuid":"u","status":"running","finished_at":"soon"}]}
                        """, 200)));

        List<DriftRecord> runs = drifts.latest(7, 3);

        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).id()).isEqualTo(12);
        assertThat(runs.get(0).status()).isEqualTo(DriftStatus.UNRECOGNIZED);
        assertThat(runs.get(0).startedAt()).contains(Instant.parse("2026-05-01T10:00:00.5Z"));
        assertThat(runs.get(1).status()).isEqualTo(DriftStatus.RUNNING);
        assertThat(runs.get(1).uuid()).contains("u");
        assertThat(runs.get(1).finishedAt()).isEmpty();
    }

    @Test
    void readsNullForNoRuns() throws Exception {
        server.stubFor(get(urlPathEqualTo("/v1/stacks/" + ORGANIZATION + "/7/drifts"))
                .willReturn(jsonResponse("{\"drifts\":null}", 200)));

        assertThat(drifts.latest(7, 1)).isEmpty();
    }

    @Test
    void readsDetailsWithoutPrintingThem() throws Exception {
        server.stubFor(get(urlEqualTo("/v1/drifts/" + ORGANIZATION + "/7/12"))
                .willReturn(jsonResponse(
                        "{\"id\":12,\"status\":\"drifted\",\"drift_details\":{\"provisioner\":\"terraform\","
                                + "\"changeset_ascii\":\"~ desired\",\"changeset_json\":\"\"}}",
                        200)));

        DriftRecord run = drifts.details(7, 12);

        assertThat(run.details().ascii()).contains("~ desired");
        assertThat(run.details().document()).isEmpty();
        assertThat(run.toString()).doesNotContain("desired");
    }

    @Test
    void isFailedWhereTheOutcomeIsUnknownAndNeverDriftedByWhatIsPending() {
        Pending output = new Pending(List.of(), 1);
        Findings pending = new Findings(List.of(), output, List.of(), List.of(), Map.of(), Coverage.complete(1));

        assertThat(DriftStatus.of(Outcomes.unknown("no"))).isEqualTo(DriftStatus.FAILED);
        assertThat(DriftStatus.of(Outcomes.scaledTo(3))).isEqualTo(DriftStatus.DRIFTED);
        assertThat(DriftStatus.of(new StackOutcome.InSync(pending))).isEqualTo(DriftStatus.OK);
    }

    @Test
    void doesNotEndAsRunning() {
        assertThatThrownBy(() -> new DriftFinish(DriftStatus.RUNNING, Optional.empty(), THEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DriftStart(CloudServer.stack("a"), METADATA, THEN, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
