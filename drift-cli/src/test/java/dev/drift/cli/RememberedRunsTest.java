package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on machines that come and go, and what alert routes hear of them. */
class RememberedRunsTest {

    private static final ScriptedRuns DRIFTING = ScriptedRuns.IN_SYNC.drifting("web");

    @TempDir
    private Path root;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            told.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        Repository.sample(root);
        environment.put("HOOK", "http://127.0.0.1:" + server.getAddress().getPort() + "/eu#key");
        environment.put("SLACK", "http://127.0.0.1:" + server.getAddress().getPort() + "/qa");
        environment.put("XDG_STATE_HOME", root.resolve("state").toString());
        remembering("{ path: shared, residency: eu }");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void machinesThatComeAndGoShareTheMemoryThatTheFileNames() {
        Call first = detectAt("one", DRIFTING);
        Call second = detectAt("two", DRIFTING);
        Call third = detectAt("three", ScriptedRuns.IN_SYNC);

        assertThat(List.of(first.code(), second.code(), third.code())).containsExactly(2, 2, 0);
        assertThat(told)
                .filteredOn(message -> message.startsWith("/eu"))
                .satisfiesExactly(
                        message -> assertThat(message).contains("2 new; 2 open"),
                        message -> assertThat(message).contains("2 recovered; nothing is open"));
        assertThat(told).filteredOn(message -> message.startsWith("/qa")).hasSize(2);
        assertThat(root.resolve("shared")).isDirectoryContaining("glob:**/history");
        Call status = Call.in(root)
                .with(Map.of("XDG_STATE_HOME", root.resolve("four").toString()))
                .of("status");
        assertThat(status.out())
                .containsPattern("prod/eu-west-1 +1 +20\\S+Z")
                .containsPattern("qa/eu-south-1 +1 +never");
    }

    @Test
    void aMemoryOutOfReachFailsNothingAndIsSaid() throws IOException {
        remembering("{ path: \"s3://trails/memory\", residency: eu }");
        environment.putAll(Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + closedPort(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "secret-of-the-environment"));

        Call call = detect("--environment", "prod", "--report", "json=seen.json");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("Not delivered to history: The history cannot be", "s3://trails/memory failed")
                .contains("Not delivered to alerts eu-oncall (webhook): what is open was told, and not what changed");
        assertThat(told)
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("2 open; what was told before is not known", "\"change\":\"open\"")
                        .doesNotContain("\"change\":\"new\""));
        whatOthersSawIsToldAllTheSame();
        Call status = Call.in(root).with(environment).of("status");
        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out())
                .containsPattern("prod/eu-west-1 +1 +not known +6h +NOT KNOWN: The history cannot be read");
    }

    /** One alert too many is better than none; the job says that it could not do what it is for. */
    private void whatOthersSawIsToldAllTheSame() {
        told.clear();
        Call deliver = Call.in(root).with(environment).of("deliver", "--alerts", "--expect", "1", "seen.json");

        assertThat(told)
                .singleElement()
                .satisfies(message -> assertThat(message).contains("2 open", "\"open\""));
        assertThat(deliver.code()).isEqualTo(1);
        assertThat(deliver.err()).contains("(webhook): what is open was told, and not what changed: ");
        Call remembered = Call.in(root)
                .with(environment)
                .of("deliver", "--alerts", "--alert-memory", "elsewhere", "--expect", "1", "seen.json");
        assertThat(remembered.code()).as(remembered.err()).isZero();
    }

    @Test
    void sharesDoNotTellAndAreToldAsOne() {
        for (String share : List.of("1/2", "2/2")) {
            detect("--no-alerts", "--shard", share, "--report", "json=seen-" + share.charAt(0) + ".json");
        }
        assertThat(told).isEmpty();

        Call doubled = alerts("seen-1.json", "seen-1.json");
        Call unasked = Call.in(root).with(environment).of("deliver", "--alerts", "seen-1.json", "./seen-1.json");
        Call missing = alerts("seen-1.json");
        Call whole = alerts("seen-1.json", "seen-2.json");
        Call again = alerts("seen-1.json", "seen-2.json");

        assertThat(doubled.code()).isEqualTo(1);
        assertThat(doubled.err()).contains("The share 2/2 is missing", "1 of 2 reports are missing");
        assertThat(unasked.code()).isEqualTo(1);
        assertThat(unasked.err()).contains("The share 2/2 is missing").doesNotContain("reports are missing", "in two");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("The share 2/2 is missing", "1 of 2 reports are missing");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(again.code()).isZero();
        assertThat(told)
                .filteredOn(message -> message.startsWith("/eu"))
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("1 new; 1 open"),
                        message -> assertThat(message).contains("1 new; 2 open"));
        assertThat(told).filteredOn(message -> message.startsWith("/qa")).hasSize(1);
    }

    private Call alerts(String... files) {
        List<String> words = new ArrayList<>(List.of("deliver", "--alerts", "--expect", "2"));
        words.addAll(List.of(files));
        return Call.in(root).with(environment).of(words.toArray(String[]::new));
    }

    private void remembering(String place) throws IOException {
        Files.writeString(root.resolve("drift.yaml"), """
                version: 1
                environments:
                  prod: { residency: eu, alerts: [eu-oncall], memory: eu, freshness: 6h }
                  qa: { alerts: [qa-team] }
                alerts:
                  eu-oncall: { webhook: "env:HOOK", residency: eu }
                  qa-team: { slack: "env:SLACK" }
                memory:
                  eu: %s
                """.formatted(place));
    }

    private Call detect(String... options) {
        return called(DRIFTING, Stream.concat(Stream.of("detect"), Arrays.stream(options)));
    }

    private Call called(ScriptedRuns runs, Stream<String> words) {
        return Call.in(root, runs).with(environment).of(words.toArray(String[]::new));
    }

    private Call detectAt(String home, ScriptedRuns runs) {
        environment.put("XDG_STATE_HOME", root.resolve(home).toString());
        return Call.in(root, runs).with(environment).of("detect");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }
}
