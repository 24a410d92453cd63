package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository whose stacks have ids, and a server that answers as Terramate Cloud does. */
class DeliveryTest {

    private static final ScriptedRuns DRIFTING = new ScriptedRuns("stacks/web", "?", "?");

    @TempDir
    private Path root;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        Repository.in(root)
                .write("stacks/web/stack.tm.hcl", "stack {\n  id = \"Web-1\"\n}\n")
                .write("stacks/dns/stack.tm.hcl", "stack {\n  id = \"dns-1\"\n}\n");
        git("init", "-q");
        git("remote", "add", "origin", "https://github.com/acme/infra.git");
        git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", "One");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsTerramateCloudWhereItsSettingsAreFound() {
        Call call = detect();

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("drift: Delivered to Terramate Cloud (2 messages, the first is \"drift of /stacks/");
        assertThat(told)
                .filteredOn(line -> line.startsWith("POST /v2/drifts/uuid-1 "))
                .hasSize(2);
        assertThat(told)
                .filteredOn(line -> line.startsWith("PATCH "))
                .hasSize(2)
                .anyMatch(line -> line.contains("\"status\":\"ok\""))
                .anyMatch(line -> line.contains("\"status\":\"drifted\""));
    }

    @Test
    void tellsNobodyWhereThatIsNotWanted() {
        assertThat(detect("--no-deliver").code()).isEqualTo(2);
        assertThat(told).isEmpty();
    }

    @Test
    void isNotKeptFromItsAnswerByACloudThatRefuses() {
        status = 401;

        Call call = detect();

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("drift: Not delivered to Terramate Cloud: ")
                .contains("401")
                .contains("(2 messages, the first is \"drift of /stacks/");
        assertThat(call.err().lines().filter(line -> line.contains("Not delivered")))
                .hasSize(1);
    }

    @Test
    void failsWhereDeliveryIsRequired() {
        status = 401;

        assertThat(detect("--require-delivery").code()).isEqualTo(1);
        assertThat(detect("--require-delivery", "--exit-zero").code()).isEqualTo(1);
    }

    @Test
    void requiresNothingOfWhatIsNotSwitchedOn() {
        Map<String, String> nothing = Map.of("HOME", root.toString(), "PATH", System.getenv("PATH"));

        Call alone = Call.in(root, DRIFTING).with(nothing).of("detect", "--require-delivery");

        assertThat(alone.code()).isEqualTo(64);
        assertThat(alone.err()).contains("--require-delivery: Nothing is switched on that could be told");
        assertThat(told).isEmpty();
    }

    @Test
    void canRequireGitHubAlone() throws IOException {
        Map<String, String> job = Map.of(
                "HOME",
                root.toString(),
                "PATH",
                System.getenv("PATH"),
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_STEP_SUMMARY",
                Files.createFile(root.resolve("summary.md")).toString());

        assertThat(Call.in(root, DRIFTING)
                        .with(job)
                        .of("detect", "--require-delivery")
                        .code())
                .isEqualTo(2);
        assertThat(told).isEmpty();
    }

    @Test
    void saysThatItHasNoCredential() {
        Call call = Call.in(root, DRIFTING)
                .with(Map.of("TMC_API_URL", address(), "HOME", root.toString(), "PATH", System.getenv("PATH")))
                .of("detect", "--require-delivery");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("there is no credential");
    }

    @Test
    void saysThatTheAddressLeadsNowhereWhereTheEnvironmentAloneNamesIt() {
        Call call = call(Map.of("TMC_API_URL", "http://cloud.example"), "detect");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains(
                        "drift: Not delivered to Terramate Cloud: TMC_API_URL: Terramate Cloud must be asked by https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"detect --deliver", "detect --require-delivery", "list --status drifted"})
    void refusesAnAddressThatLeadsNowhereWhereAnOptionAsksForIt(String words) {
        Call wrong = call(Map.of("TMC_API_URL", "https://cloud.example:99999"), words.split(" "));
        Call both = call(Map.of("TMC_API_HOST", "https://cloud.example"), words.split(" "));

        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.err()).contains("TMC_API_URL: ");
        assertThat(both.code()).isEqualTo(64);
        assertThat(both.err()).contains("TMC_API_HOST: This must be a host alone");
        assertThat(told).isEmpty();
    }

    @Test
    void refusesToDeliverAndNotTo() {
        Call call = detect("--no-deliver", "--require-delivery");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("--no-deliver: Cannot be used together with --require-delivery");
    }

    @Test
    void listsWhatTerramateCloudSaysIsDrifted() {
        Call call = call("list", "--status", "drifted");

        assertThat(call.out()).isEqualTo("/stacks/web\n");
        assertThat(call.code()).isZero();
        assertThat(told).anyMatch(line -> line.contains("status=drifted") && line.contains("repository=github.com"));
    }

    @Test
    void saysThatTerramateCloudDoesNotTell() {
        status = 401;

        Call call = call("list", "--status", "drifted");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("Terramate Cloud does not tell which stacks are meant: ");
    }

    @Test
    void refusesAStatusThatIsNone() {
        Call call = call("list", "--status", "drifting");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("did you mean drifted?");
    }

    private Call detect(String... options) {
        List<String> words = new ArrayList<>(List.of("detect"));
        words.addAll(List.of(options));
        return call(words.toArray(String[]::new));
    }

    private Call call(String... words) {
        return call(Map.of(), words);
    }

    private Call call(Map<String, String> more, String... words) {
        Map<String, String> user = new HashMap<>(Map.of(
                "TMC_TOKEN", "tmco_key",
                "TMC_API_URL", address(),
                "HOME", root.toString(),
                "PATH", System.getenv("PATH")));
        user.putAll(more);
        return Call.in(root, DRIFTING).with(user).of(words);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().getPath();
        told.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        byte[] answer = (switch (path) {
                    case "/v1/memberships" -> "[{\"org_name\":\"acme\",\"org_uuid\":\"uuid-1\",\"status\":\"active\"}]";
                    case "/v2/drifts/uuid-1" -> "{\"uuid\":\"drift-1\"}";
                    case "/v1/stacks/uuid-1" ->
                        "{\"stacks\":[{\"stack_id\":1,\"meta_id\":\"web-1\",\"status\":\"drifted\"}]}";
                    default -> "{}";
                })
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
