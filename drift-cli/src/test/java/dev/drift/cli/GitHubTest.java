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

/** A job of GitHub Actions, and a server that answers as GitHub does where it holds nothing yet. */
class GitHubTest {

    private static final ScriptedRuns DRIFTING = new ScriptedRuns("stacks/web", "?", "?");

    @TempDir
    private Path root;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> job = new HashMap<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        Repository.in(root).write("stacks/web/stack.tm.hcl", "stack {\n}\n");
        job.put("GITHUB_ACTIONS", "true");
        job.put("GITHUB_REPOSITORY", "acme/infra");
        job.put("GITHUB_API_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        job.put("GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567");
        job.put("GITHUB_WORKSPACE", root.toString());
        job.put("GITHUB_STEP_SUMMARY", root.resolve("summary.md").toString());
        job.put("GITHUB_TOKEN", "ghs_token");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aJobIsShownOnGitHubWithoutConfiguration() throws IOException {
        Call call = detect();

        assertThat(call.code()).isEqualTo(2);
        assertThat(Files.readString(root.resolve("summary.md"))).contains("**DRIFTED**", "`desired_count`");
        assertThat(told).contains("POST /repos/acme/infra/check-runs").noneMatch(line -> line.contains("issues"));
        assertThat(call.err())
                .contains("::warning file=stacks/web/stack.tm.hcl,line=1,title=/stacks/web is drifted::1 resource"
                        + " drifted")
                .contains("drift: Delivered to GitHub job summary, GitHub check");
    }

    @Test
    void issuesComeWhereTheyAreAskedFor() {
        assertThat(detect("--github-issues").code()).isEqualTo(2);
        assertThat(told).contains("POST /repos/acme/infra/issues");
    }

    @Test
    void nothingIsToldWhereThatIsNotWanted() {
        Call call = detect("--no-deliver");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).doesNotContain("::warning", "GitHub");
        assertThat(told).isEmpty();
        assertThat(root.resolve("summary.md")).doesNotExist();
    }

    @Test
    void nothingIsToldElsewhere() {
        job.remove("GITHUB_ACTIONS");

        Call call = detect();

        assertThat(call.err()).doesNotContain("::warning", "GitHub");
        assertThat(told).isEmpty();
    }

    @Test
    void aGitHubThatRefusesChangesNeitherAnswerNorExitCode() {
        status = 401;

        Call call = detect("--github-issues");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).contains("desired_count");
        assertThat(call.err())
                .contains("drift: Not delivered to GitHub check: GitHub answered 401")
                .contains("drift: Not delivered to GitHub issues: GitHub answered 401")
                .doesNotContain("ghs_token");
    }

    @Test
    void refusesToKeepIssuesAndToTellNobody() {
        Call call = detect("--no-deliver", "--github-issues");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("--no-deliver: Cannot be used together with --github-issues");
    }

    @Test
    void theCodeOfAForkIsNotPlanned() throws IOException {
        job.put("GITHUB_EVENT_NAME", "pull_request_target");
        job.put("GITHUB_EVENT_PATH", root.resolve("event.json").toString());
        Files.writeString(
                root.resolve("event.json"),
                "{\"pull_request\":{\"head\":{\"repo\":{\"full_name\":\"stranger/infra\"}},"
                        + "\"base\":{\"repo\":{\"full_name\":\"acme/infra\"}}}}");

        Call refused = detect();
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("detect: Nothing is planned: the pull request comes from the fork stranger/infra")
                .doesNotContain("/stacks/web");

        assertThat(detect("--trusted-code").code()).isEqualTo(2);
    }

    private Call detect(String... options) {
        List<String> words = new ArrayList<>(List.of("detect"));
        words.addAll(List.of(options));
        return Call.in(root, DRIFTING).with(job).of(words.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        told.add(exchange.getRequestMethod() + " " + path);
        byte[] answer = (path.endsWith("/issues") ? "[]" : "{\"id\":1,\"check_runs\":[]}").getBytes(UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
