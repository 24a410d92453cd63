package dev.drift.terramate.cloud.session;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.DRIFT;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.drift.sink.Delivery;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.drift.DriftStart;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.message.Metadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SessionJournalTest {

    private static final String START = "/v2/drifts/" + ORGANIZATION;
    private static final String RUN = START + "/" + DRIFT;

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    @TempDir
    private Path links;

    @BeforeEach
    void behave() {
        CloudServer.behaves(server);
    }

    @Test
    void leavesNothingBehindWhereItCannotBegin() throws Exception {
        try (TerramateCloud cloud = CloudServer.connect(server)) {
            Thread.currentThread().interrupt();
            SessionJournal journal = SessionJournal.in(folder.resolve("journals"), cloud);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(folder.resolve("journals")).isEmptyDirectory();
            assertThat(journal.abandoned(cloud)).isEmpty();
            journal.close();
        }
    }

    @Test
    void endsWhatAKilledRunLeftOpen() throws Exception {
        UUID deployment = UUID.fromString("11111111-2222-3333-4444-555555555555");
        try (TerramateCloud cloud = CloudServer.connect(server)) {
            SessionJournal killed = SessionJournal.in(folder, cloud);
            killed.note(JournalEntry.begun(JournalEntry.Kind.DRIFT, "known").ending("drifted"));
            killed.note(JournalEntry.begun(JournalEntry.Kind.DRIFT, "unknown"));
            killed.note(JournalEntry.begun(JournalEntry.Kind.DRIFT, "over"));
            killed.forget(JournalEntry.begun(JournalEntry.Kind.DRIFT, "over"));
            killed.note(JournalEntry.begun(JournalEntry.Kind.PREVIEW, "8"));
            killed.note(JournalEntry.begun(JournalEntry.Kind.DEPLOYMENT, deployment.toString(), "4"));
            Path file = journals().get(0);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            Files.writeString(
                    folder.resolve("killed" + SessionJournal.SUFFIX), Files.readString(file) + "{\"open\":{\"ki");
            Files.writeString(folder.resolve("elsewhere" + SessionJournal.SUFFIX), "{\"host\":\"other\"}\n");
        }

        server.stubFor(patch(anyUrl()).willReturn(noContent().withFixedDelay(100)));
        open(Duration.ofHours(1)).close();

        assertThat(folder.resolve("killed" + SessionJournal.SUFFIX)).doesNotExist();
        verifyEnd("/v2/drifts/" + ORGANIZATION + "/known", "$.status", "drifted");
        verifyEnd("/v2/drifts/" + ORGANIZATION + "/unknown", "$.status", "failed");
        verifyEnd("/v1/stack_previews/" + ORGANIZATION + "/8", "$.status", "failed");
        verifyEnd("/v1/deployments/" + ORGANIZATION + "/" + deployment + "/stacks", "$.stacks[0].status", "failed");
        server.verify(0, patchRequestedFor(urlEqualTo("/v2/drifts/" + ORGANIZATION + "/over")));
        assertThat(folder.resolve("elsewhere" + SessionJournal.SUFFIX)).exists();
    }

    @Test
    void endsNothingTwiceOfARunOfWhichSomethingStaysOpen() throws Exception {
        String ended = "/v2/drifts/" + ORGANIZATION + "/ended";
        String stays = "/v2/drifts/" + ORGANIZATION + "/stays";
        try (TerramateCloud cloud = CloudServer.connect(server);
                SessionJournal journal = SessionJournal.in(folder, cloud)) {
            journal.note(JournalEntry.begun(JournalEntry.Kind.DRIFT, "ended"));
            journal.note(JournalEntry.begun(JournalEntry.Kind.DRIFT, "stays"));
            Files.writeString(
                    folder.resolve("killed" + SessionJournal.SUFFIX),
                    Files.readString(journals().get(0)) + "{\"open\":{\"ki");
            journal.forget(JournalEntry.begun(JournalEntry.Kind.DRIFT, "ended"));
            journal.forget(JournalEntry.begun(JournalEntry.Kind.DRIFT, "stays"));
        }
        server.stubFor(patch(urlEqualTo(stays)).willReturn(serverError()));

        open(Duration.ofHours(1)).close();
        server.verify(1, patchRequestedFor(urlEqualTo(ended)));
        server.stubFor(patch(urlEqualTo(stays)).willReturn(noContent()));
        open(Duration.ofHours(1)).close();

        server.verify(0, patchRequestedFor(urlEqualTo(ended)));
        server.verify(1, patchRequestedFor(urlEqualTo(stays)));
        assertThat(journals()).isEmpty();
    }

    @Test
    void remembersWhatItCouldNotEnd() throws Exception {
        server.stubFor(patch(anyUrl()).willReturn(serverError()));
        CloudSessions first = open(Duration.ofHours(1));
        first.drift(start("a")).end(DriftStatus.DRIFTED, Optional.empty());
        first.close();
        assertThat(first.deliveries()).allMatch(Delivery.Undelivered.class::isInstance);
        assertThat(journals()).hasSize(1);

        server.stubFor(patch(anyUrl()).willReturn(noContent()));
        CloudSessions second = open(Duration.ofHours(1));
        await().until(() -> journals().size() == 1);
        second.close();

        assertThat(journals()).isEmpty();
        List<LoggedRequest> ends = server.findAll(patchRequestedFor(urlEqualTo(RUN)));
        assertThat(ends.get(ends.size() - 1).getBodyAsString()).contains("\"status\":\"drifted\"");
    }

    @Test
    void doesWithoutAJournalThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        TerramateCloud cloud = CloudServer.connect(server);
        CloudSessions sessions =
                CloudSessions.open(cloud, SessionJournal.in(file.resolve("below"), cloud), SessionSettings.standard());
        sessions.drift(start("a")).end(DriftStatus.OK, Optional.empty());
        sessions.close();

        assertThat(sessions.deliveries()).allMatch(Delivery.Delivered.class::isInstance);
    }

    @Test
    void leavesToARunWhatItHasOpen() throws Exception {
        CloudSessions first = open(Duration.ofHours(1));
        Path file = journals().get(0);
        long empty = Files.size(file);
        first.drift(start("a"));
        // To read it here would give up the lock.
        await().until(() -> Files.size(file) > empty);

        Path link = Files.createSymbolicLink(links.resolve("journals"), folder);
        try (TerramateCloud cloud = CloudServer.connect(server);
                SessionJournal journal = SessionJournal.in(link, cloud)) {
            new Recovery(cloud).from(journal);
        }
        Files.delete(link);

        server.verify(0, patchRequestedFor(urlEqualTo(RUN)));
        assertThat(isLockedForOthers(file)).isTrue();
        first.close();
        server.verify(1, patchRequestedFor(urlEqualTo(RUN)));
    }

    /** Asked from another process: within one, locks are known without the system. */
    private static boolean isLockedForOthers(Path file) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Path.of(LockTaker.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        LockTaker.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return other.exitValue() == LockTaker.REFUSED;
        } finally {
            other.destroyForcibly();
        }
    }

    private void verifyEnd(String path, String where, String status) {
        server.verify(1, patchRequestedFor(urlEqualTo(path)).withRequestBody(matchingJsonPath(where, equalTo(status))));
    }

    private CloudSessions open(Duration flushing) throws Exception {
        return open(new SessionSettings(4, flushing, 4096, 1_000_000, Duration.ofSeconds(20)));
    }

    private CloudSessions open(SessionSettings settings) throws Exception {
        TerramateCloud cloud = CloudServer.connect(server);
        server.resetRequests();
        return CloudSessions.open(cloud, SessionJournal.in(folder, cloud), settings);
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
}
