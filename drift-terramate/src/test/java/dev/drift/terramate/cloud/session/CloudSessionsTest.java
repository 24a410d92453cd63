package dev.drift.terramate.cloud.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.DRIFT;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.sink.Delivery;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.deployment.Deployment;
import dev.drift.terramate.cloud.deployment.DeploymentStatus;
import dev.drift.terramate.cloud.drift.DriftStart;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.Provisioner;
import dev.drift.terramate.cloud.preview.Preview;
import dev.drift.terramate.cloud.preview.PreviewStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CloudSessionsTest {

    private static final String START = "/v2/drifts/" + ORGANIZATION;
    private static final String RUN = START + "/" + DRIFT;

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
    void tellsInOrderOfBeginLogAndEnd() throws Exception {
        CloudSessions sessions = open(Duration.ofHours(1));
        StackSession<DriftStatus> session = sessions.drift(start("a"));
        for (int line = 0; line < 600; line++) {
            session.print(LogChannel.OUTPUT, "line " + line);
        }
        session.end(DriftStatus.DRIFTED, plan("~ x"));
        session.end(DriftStatus.OK, Optional.empty());
        session.print(LogChannel.OUTPUT, "too late");
        sessions.close();

        assertThat(told())
                .containsExactly(
                        "POST " + START,
                        "POST " + RUN + "/logs",
                        "POST " + RUN + "/logs",
                        "POST " + RUN + "/logs",
                        "PATCH " + RUN);
        server.verify(
                1,
                patchRequestedFor(urlEqualTo(RUN))
                        .withRequestBody(matchingJsonPath("$.status", equalTo("drifted")))
                        .withRequestBody(matchingJsonPath("$.changeset.changeset_ascii")));
        assertThat(sessions.deliveries())
                .containsExactly(new Delivery.Delivered("Terramate Cloud, drift of /stacks/a"));
        assertThat(journals()).isEmpty();
    }

    @Test
    void sendsFewLinesAfterAWhile() throws Exception {
        try (CloudSessions sessions = open(Duration.ofMillis(20))) {
            sessions.drift(start("a")).print(LogChannel.OUTPUT, "alone");

            await().untilAsserted(() -> server.verify(1, postRequestedFor(urlEqualTo(RUN + "/logs"))));
        }
    }

    @Test
    void endsAsFailedWhatNobodyEnded() throws Exception {
        CloudSessions sessions = open(Duration.ofHours(1));
        sessions.drift(start("a"));
        await().untilAsserted(() -> server.verify(1, postRequestedFor(urlEqualTo(START))));

        sessions.close();
        sessions.close();

        server.verify(
                1, patchRequestedFor(urlEqualTo(RUN)).withRequestBody(matchingJsonPath("$.status", equalTo("failed"))));
    }

    @Test
    void saysWhyNothingArrivedAndNeverThrows() throws Exception {
        server.stubFor(post(urlEqualTo(START)).willReturn(aResponse().withStatus(401)));
        CloudSessions sessions = open(Duration.ofHours(1));
        StackSession<DriftStatus> session = sessions.drift(start("a"));
        session.print(LogChannel.OUTPUT, "line");
        session.end(DriftStatus.OK, Optional.empty());
        sessions.close();

        assertThat(sessions.deliveries()).hasSize(1);
        Delivery.Undelivered undelivered =
                (Delivery.Undelivered) sessions.deliveries().get(0);
        assertThat(undelivered.reason()).contains("401");
        assertThat(told()).containsExactly("POST " + START);
    }

    @Test
    void endsAlsoWhenTheLogIsLost() throws Exception {
        server.stubFor(post(urlEqualTo(RUN + "/logs")).willReturn(serverError()));
        CloudSessions sessions = open(Duration.ofHours(1));
        StackSession<DriftStatus> session = sessions.drift(start("a"));
        for (int line = 0; line < 600; line++) {
            session.print(LogChannel.OUTPUT, "line");
        }
        session.end(DriftStatus.OK, Optional.empty());
        sessions.close();

        assertThat(told()).containsExactly("POST " + START, "POST " + RUN + "/logs", "PATCH " + RUN);
        assertThat(sessions.deliveries())
                .extracting(Delivery::destination)
                .containsExactly(
                        "Terramate Cloud, log of the drift of /stacks/a", "Terramate Cloud, drift of /stacks/a");
    }

    @Test
    void doesNotWaitForACloudThatHangs() throws Exception {
        server.stubFor(post(urlEqualTo(START)).willReturn(aResponse().withFixedDelay(60_000)));
        CloudSessions sessions = open(new SessionSettings(1, Duration.ofHours(1), 10, 1000, Duration.ofMillis(200)));
        sessions.drift(start("a")).end(DriftStatus.OK, Optional.empty());
        sessions.drift(start("b")).end(DriftStatus.OK, Optional.empty());

        sessions.close();

        assertThat(sessions.deliveries()).hasSize(2).allMatch(Delivery.Undelivered.class::isInstance);
    }

    @Test
    void keepsThePlanOutWhereTooMuchWaits() throws Exception {
        CloudSessions sessions = open(new SessionSettings(1, Duration.ofHours(1), 10, 4, Duration.ofSeconds(10)));
        sessions.drift(start("a")).end(DriftStatus.DRIFTED, plan("~ longer than that"));
        sessions.close();

        server.verify(1, patchRequestedFor(urlEqualTo(RUN)));
        assertThat(server.findAll(patchRequestedFor(urlEqualTo(RUN))).get(0).getBodyAsString())
                .doesNotContain("changeset");
        assertThat(sessions.deliveries())
                .extracting(Delivery::destination)
                .contains("Terramate Cloud, plan of the drift of /stacks/a");
    }

    @Test
    void cancelsWhatWillNotBePlanned() throws Exception {
        Preview preview = new Preview("1", Map.of("id-a", "7"));
        CloudSessions sessions = open(Duration.ofHours(1));
        sessions.cancel(() -> preview, CloudServer.stack("a").stack());
        sessions.cancel(() -> preview, CloudServer.stack("unheard-of").stack());
        sessions.preview(() -> preview, CloudServer.stack("a").stack()).end(PreviewStatus.CHANGED, plan("+ x"));
        sessions.close();

        String path = "/v1/stack_previews/" + ORGANIZATION + "/7";
        for (String status : List.of("canceled", "running", "changed")) {
            server.verify(
                    1,
                    patchRequestedFor(urlEqualTo(path)).withRequestBody(matchingJsonPath("$.status", equalTo(status))));
        }
        assertThat(sessions.deliveries())
                .filteredOn(Delivery.Undelivered.class::isInstance)
                .hasSize(1);
    }

    @Test
    void saysThatTheCloudDoesNotFollowAStack() throws Exception {
        CloudSessions sessions = open(Duration.ofHours(1));
        sessions.deployment(
                        () -> new Deployment(UUID.randomUUID(), Map.of()),
                        CloudServer.stack("a").stack())
                .end(DeploymentStatus.OK, Optional.empty());
        sessions.close();

        assertThat(sessions.deliveries().get(0).toString()).contains("does not follow");
        assertThat(told()).isEmpty();
    }

    private CloudSessions open(Duration flushing) throws Exception {
        return open(new SessionSettings(4, flushing, 4096, 1_000_000, Duration.ofSeconds(20)));
    }

    private CloudSessions open(SessionSettings settings) throws Exception {
        TerramateCloud cloud = CloudServer.connect(server);
        server.resetRequests();
        return CloudSessions.open(cloud, SessionJournal.in(folder, cloud), settings);
    }

    /** The server lists the newest first. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        server.getAllServeEvents()
                .forEach(event -> told.add(
                        0,
                        event.getRequest().getMethod() + " "
                                + event.getRequest().getUrl()));
        return told;
    }

    private List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SessionJournal.SUFFIX))
                    .toList();
        }
    }

    private static DriftStart start(String stack) {
        return new DriftStart(
                CloudServer.stack(stack), Metadata.NONE, Instant.ofEpochSecond(1), List.of("terraform", "plan"));
    }

    private static Optional<Changeset> plan(String text) {
        return Optional.of(
                new Changeset(Provisioner.TERRAFORM, Optional.of(text), Optional.empty(), OptionalLong.empty()));
    }
}
