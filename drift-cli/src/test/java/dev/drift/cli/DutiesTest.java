package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What drift.yaml says of alerts, trails and residency, held by a run. */
class DutiesTest {

    private static final ScriptedRuns DRIFTING = ScriptedRuns.IN_SYNC.drifting("web");

    @TempDir
    private Path root;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> environment = new HashMap<>();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            told.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        Repository.sample(root);
        environment.put("HOOK", "http://127.0.0.1:" + server.getAddress().getPort() + "/eu#key");
        environment.put("SLACK", "http://127.0.0.1:" + server.getAddress().getPort() + "/qa");
        environment.put("XDG_STATE_HOME", root.resolve("state").toString());
        Files.writeString(root.resolve("drift.yaml"), """
                version: 1
                environments:
                  prod: { residency: eu, alerts: [eu-oncall], audit: eu }
                  qa: { alerts: [qa-team] }
                alerts:
                  eu-oncall: { webhook: "env:HOOK", residency: eu }
                  qa-team: { slack: "env:SLACK", min_severity: low }
                audit:
                  eu: { path: trail-eu, residency: eu }
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRouteHearsOfItsEnvironmentsOnceAndTheTrailKeepsItsOwn() throws IOException {
        Call first = detect();
        Call second = detect();

        assertThat(first.code()).isEqualTo(2);
        assertThat(second.code()).isEqualTo(2);
        assertThat(told).hasSize(2);
        assertThat(told)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("/eu {")
                        .contains("/stacks/prod/eu-central-1/web", "/stacks/prod/eu-west-1/web", "\"open\":2")
                        .doesNotContain("/stacks/qa"));
        assertThat(told)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("/qa {")
                        .contains("/stacks/qa/eu-south-1/web")
                        .doesNotContain("/stacks/prod"));
        assertThat(Files.readString(root.resolve("trail-eu/0000000000000001.jsonl")))
                .contains("prod/eu-central-1")
                .doesNotContain("qa/eu-south-1");
        assertThat(Call.in(root).of("audit", "verify", "trail-eu").code()).isZero();
    }

    @Test
    void anAlertThatIsNotTakenChangesNeitherAnswerNorExitCodeUnlessItMust() {
        status = 403;

        Call call = detect();

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("Not delivered to alerts eu-oncall (webhook): webhook answered 403")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void alertRoutesAloneCanBeRequired() {
        assertThat(detect("--require-delivery").code()).isEqualTo(2);
        assertThat(told).hasSize(2);
        status = 403;
        assertThat(detect("--require-delivery", "--alert-memory", "other").code())
                .isEqualTo(1);

        Call nobody = detect("--require-delivery", "--no-alerts");
        assertThat(nobody.code()).isEqualTo(64);
        assertThat(nobody.err()).contains("--require-delivery: Nothing is switched on", "no alert route is told");
    }

    @Test
    void aRunOfAnotherEnvironmentIsNotKeptInATrailItDoesNotConcern() {
        assertThat(detect("--environment", "qa").code()).isEqualTo(2);

        assertThat(root.resolve("trail-eu")).doesNotExist();
        assertThat(told)
                .singleElement()
                .satisfies(message -> assertThat(message).startsWith("/qa "));
    }

    @Test
    void whatIsBoundGoesToNoSinkThatDoesNotPromiseIt() throws IOException {
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_REPOSITORY", "acme/infra");
        environment.put("GITHUB_STEP_SUMMARY", root.resolve("summary.md").toString());
        environment.put("GITHUB_WORKSPACE", root.toString());

        Call refused = detect();
        assertThat(Files.readString(root.resolve("summary.md")))
                .doesNotContain("/stacks/prod")
                .contains("/stacks/qa");
        assertThat(refused.err())
                .contains("Not delivered to GitHub job summary, GitHub annotations: withheld, because bound is"
                        + " prod/eu-central-1 to eu")
                .contains("::warning file=stacks/qa/eu-south-1/web/stack.tm.hcl")
                .doesNotContain("::warning file=stacks/prod", "title=/stacks/prod");

        Files.delete(root.resolve("summary.md"));
        Call promised = detect("--residency", "github=eu");
        assertThat(Files.readString(root.resolve("summary.md"))).contains("/stacks/prod");
        assertThat(promised.err()).contains("::warning file=stacks/prod").doesNotContain("withheld");
    }

    @Test
    void whatOtherJobsSawIsToldAsTheFileBindsIt() throws IOException {
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_REPOSITORY", "acme/infra");
        environment.put("GITHUB_STEP_SUMMARY", root.resolve("summary.md").toString());
        detect("--no-deliver", "--report", "json=seen.json");

        Call refused = deliver();
        assertThat(Files.readString(root.resolve("summary.md")))
                .doesNotContain("/stacks/prod")
                .contains("/stacks/qa");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Not delivered to GitHub job summary: withheld, because bound is prod/eu-central-1 to eu");

        assertThat(deliver("--residency", "github=us").err()).contains("and this place to us");
        assertToldAsAWhole(deliver("--residency", "github=eu"));
        assertThat(deliver("--residency", "gitlab=eu").err()).contains("\"gitlab\" is no sink");

        Files.writeString(
                root.resolve("drift.yaml"), "sinks: { github: { residency: eu } }\n", StandardOpenOption.APPEND);
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        assertToldAsAWhole(Call.in(elsewhere).with(environment).of("deliver", "--root", "..", "../seen.json"));
        assertToldAsAWhole(detect());
    }

    @Test
    void whatOtherJobsSawIsToldNobodyWhereNoFileSaysWhatIsBound(@TempDir Path outside) throws IOException {
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_REPOSITORY", "acme/infra");
        environment.put("GITHUB_STEP_SUMMARY", root.resolve("summary.md").toString());
        detect("--no-deliver", "--report", "json=seen.json");
        Path seen = Files.copy(root.resolve("seen.json"), outside.resolve("seen.json"));
        Files.copy(root.resolve("drift.yaml"), outside.resolve("estate.yaml"));

        Call refused = Call.in(outside).with(environment).of("deliver", seen.toString(), "--residency", "github=eu");

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("--config: Nothing is told: here is neither drift.yaml nor a repository");
        assertThat(root.resolve("summary.md")).doesNotExist();
        assertThat(Call.in(outside)
                        .with(environment)
                        .of("deliver", seen.toString(), "--config", "estate.yaml")
                        .err())
                .contains("withheld, because bound is prod/eu-central-1 to eu");
        assertThat(Files.readString(root.resolve("summary.md")))
                .doesNotContain("/stacks/prod")
                .contains("/stacks/qa");
    }

    private void assertToldAsAWhole(Call call) throws IOException {
        assertThat(call.err()).contains("Delivered to GitHub job summary").doesNotContain("withheld");
        assertThat(Files.readString(root.resolve("summary.md"))).contains("/stacks/prod");
        Files.delete(root.resolve("summary.md"));
    }

    private Call deliver(String... options) throws IOException {
        Files.deleteIfExists(root.resolve("summary.md"));
        List<String> words = new ArrayList<>(List.of("deliver", "seen.json"));
        words.addAll(List.of(options));
        return Call.in(root).with(environment).of(words.toArray(String[]::new));
    }

    @Test
    void nobodyIsToldWhereThatIsNotWanted() {
        assertThat(detect("--no-deliver").code()).isEqualTo(2);

        assertThat(told).isEmpty();
        assertThat(root.resolve("trail-eu")).doesNotExist();
    }

    @Test
    void receiverWithoutAnAddressKeepsNobodyFromLooking() {
        environment.remove("HOOK");
        environment.put("SLACK", "ftp://nowhere");

        Call call = detect();

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("Not delivered to alerts eu-oncall (webhook): env:HOOK The variable is not set, or is empty")
                .contains("Not delivered to alerts qa-team (slack): The address of Slack is no address")
                .doesNotContain("nowhere");
        assertThat(detect("--environment", "qa").err()).doesNotContain("eu-oncall");
    }

    @Test
    void saysEverythingThatCannotBeUsed() {
        Call call = detect("--audit", "s3://somewhere/else");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err())
                .contains("--audit: Environments are bound to a residency")
                .doesNotContain("nowhere");
        assertThat(detect("--residency", "gitlab=eu").err()).contains("\"gitlab\" is no sink");
    }

    private Call detect(String... options) {
        List<String> words = new ArrayList<>(List.of("detect"));
        words.addAll(List.of(options));
        return Call.in(root, DRIFTING).with(environment).of(words.toArray(String[]::new));
    }
}
