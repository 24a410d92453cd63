package dev.drift.terramate.cloud.live;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.DRIFT;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.drift.code.IacTool;
import dev.drift.detection.StackEvent;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ProbePhase;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.cloud.session.SessionSettings;
import dev.drift.terramate.cloud.wire.WireSettings;
import dev.drift.terramate.probe.MadePlan;
import dev.drift.testing.LiveSinkContract;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CloudSinkTest extends LiveSinkContract {

    private static final String START = "/v2/drifts/" + ORGANIZATION;
    private static final String RUN = START + "/" + DRIFT;
    private static final Stack WEB = Stacks.identified(Stacks.stack("/stacks/web", "environment/prod"), "Web-1");
    private static final StackOutcome FAILED = StackOutcome.Unknown.because(ProbePhase.INIT, "Error: no module");
    private static final String PLAN = """
            {"format_version":"1.2","terraform_version":"1.11.4",
             "variables":{"password":{"value":"correct horse"}},
             "configuration":{"root_module":{"variables":{"password":{"sensitive":true}}}},
             "resource_changes":[{"address":"a.b","mode":"managed","type":"a","name":"b",
              "change":{"actions":["update"],"before":{"n":1},"after":{"n":2},"before_sensitive":{},"after_sensitive":{}}}]}
            """;

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void behave() throws Exception {
        CloudServer.behaves(server);
        checkout = Checkout.in(folder);
    }

    @Override
    protected LiveSink sink() {
        return sink(CloudSwitch.FOUND);
    }

    @Test
    void tellsOfOneStackInThreeRequests() throws Exception {
        CloudSink sink = sink(CloudSwitch.FOUND);
        sink.on(new StackEvent.Started(WEB));
        print(sink, "aws_ecs_service.web: Refreshing state... [id=arn:x]", "  ~ url = \"db://correct horse@host\"");
        sink.see(plan());
        judge(sink, Outcomes.scaledTo(3));

        assertThat(sink.finish()).containsExactly(new Delivery.Delivered("Terramate Cloud, drift of /stacks/web"));
        server.verify(
                1,
                postRequestedFor(urlEqualTo(START))
                        .withRequestBody(matchingJsonPath("$.stack.repository", equalTo("github.com/Acme/infra")))
                        .withRequestBody(matchingJsonPath("$.stack.meta_id", equalTo("web-1")))
                        .withRequestBody(matchingJsonPath("$.stack.target", equalTo("prod")))
                        .withRequestBody(matchingJsonPath("$.metadata.git_commit_title", equalTo("One")))
                        .withRequestBody(matchingJsonPath("$.command[1]", equalTo("detect"))));
        assertThat(log())
                .contains("aws_ecs_service.web: Refreshing state...\"")
                .contains("db://__terramate_redacted__@host")
                .contains("[drift] drifted: 1");
        server.verify(
                1,
                patchRequestedFor(urlEqualTo(RUN))
                        .withRequestBody(matchingJsonPath("$.status", equalTo("drifted")))
                        .withRequestBody(matchingJsonPath("$.changeset.provisioner", equalTo("terraform")))
                        .withRequestBody(matchingJsonPath(
                                "$.changeset.changeset_ascii", equalTo("~ n = 1 -> 2 # __terramate_redacted__")))
                        .withRequestBody(matchingJsonPath("$.changeset.changeset_json")));
        assertThat(bodies()).hasSize(3).noneMatch(body -> body.contains("correct horse"));
    }

    @Test
    void endsAsTheJudgeSays() {
        CloudSink sink = sink(CloudSwitch.FOUND);
        sink.on(new StackEvent.Started(WEB));
        judge(sink, FAILED);
        sink.finish();

        server.verify(
                1, patchRequestedFor(urlEqualTo(RUN)).withRequestBody(matchingJsonPath("$.status", equalTo("failed"))));
        assertThat(log()).contains("[drift] unknown (init): Error: no module");
    }

    @Test
    void keepsBackLinesWhoseSecretsNobodyKnows() {
        CloudSink sink = sink(CloudSwitch.FOUND);
        sink.on(new StackEvent.Started(WEB));
        print(sink, "  ~ url = \"db://correct horse@host\"");
        judge(sink, FAILED);
        sink.finish();

        assertThat(log()).contains("[drift] 1 line is left out").doesNotContain("correct horse");
    }

    @Test
    void saysThatAStackWithoutAnIdIsNotKnownThere() {
        CloudSink sink = sink(CloudSwitch.FOUND);
        Stack nameless = Stacks.stack("/stacks/nameless");
        sink.on(new StackEvent.Started(nameless));
        sink.on(new StackEvent.Judged(Reports.check(nameless, FAILED)));

        assertThat(sink.finish()).singleElement().satisfies(delivery -> {
            assertThat(delivery).isInstanceOf(Delivery.Undelivered.class);
            assertThat(delivery.destination()).isEqualTo("Terramate Cloud, drift of /stacks/nameless");
        });
        assertThat(bodies()).isEmpty();
    }

    @Test
    void isSilentWhereItIsSwitchedOff() {
        CloudSink sink = sink(CloudSwitch.OFF);
        sink.on(new StackEvent.Started(WEB));
        judge(sink, FAILED);

        assertThat(sink.finish()).isEmpty();
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void neverAsksForThePlanOfAStackThatIsNotTold() throws Exception {
        MadePlan plan = new MadePlan(WEB, IacTool.TERRAFORM, folder, folder, Set.of(), () -> {
            throw new AssertionError("rendered for nobody");
        });

        sink(CloudSwitch.OFF).see(plan);
        sink(CloudSwitch.ON).see(plan);
    }

    @Test
    void saysOfEveryStackThatTheCloudIsDown() {
        server.stubFor(get(urlEqualTo("/v1/memberships")).willReturn(aResponse().withStatus(503)));
        CloudSink sink = sink(CloudSwitch.FOUND);
        for (String name : List.of("a", "b", "c")) {
            Stack stack = Stacks.identified(Stacks.stack("/stacks/" + name), name);
            sink.on(new StackEvent.Started(stack));
            sink.on(new StackEvent.Judged(Reports.check(stack, FAILED)));
        }

        assertThat(sink.finish())
                .hasSize(3)
                .allSatisfy(delivery -> assertThat(delivery.toString()).contains("503"));
        assertThat(server.findAll(postRequestedFor(urlEqualTo(START)))).isEmpty();
    }

    @Test
    void saysOfEveryStackThatTheAddressIsNone() {
        CloudSink sink = CloudSink.of(checkout::root, checkout.delivery("http://example.com", CloudSwitch.FOUND));
        sink.on(new StackEvent.Started(WEB));
        judge(sink, FAILED);

        assertThat(sink.finish())
                .singleElement()
                .isInstanceOf(Delivery.Undelivered.class)
                .asString()
                .contains("TMC_API_URL")
                .contains("asked by https");
    }

    @Test
    void saysThatTheRepositoryIsAtNoPlaceTheCloudCouldKnow() throws Exception {
        checkout.git("remote", "set-url", "origin", folder.toString());
        CloudSink sink = sink(CloudSwitch.FOUND);
        sink.on(new StackEvent.Started(WEB));
        judge(sink, FAILED);

        assertThat(sink.finish()).singleElement().asString().contains("is a folder of this machine");
    }

    @Test
    @Timeout(20)
    void givesUpAConnectionThatDoesNotComeAboutInTime() {
        server.stubFor(get(urlEqualTo("/v1/memberships")).willReturn(aResponse().withFixedDelay(60_000)));
        CloudDelivery delivery = checkout.delivery(server.baseUrl(), CloudSwitch.FOUND);
        SessionSettings hasty = new SessionSettings(1, Duration.ofHours(1), 10, 10, Duration.ofMillis(100));
        CloudSink sink = CloudSink.of(
                checkout::root,
                new CloudDelivery(
                        delivery.when(),
                        delivery.user(),
                        Optional.empty(),
                        WireSettings.introducedAs("drift/test"),
                        hasty,
                        delivery.journals()));
        sink.on(new StackEvent.Started(WEB));
        judge(sink, FAILED);

        assertThat(sink.finish()).singleElement().asString().contains("no time left");
    }

    private CloudSink sink(CloudSwitch when) {
        return CloudSink.of(checkout::root, checkout.delivery(server.baseUrl(), when));
    }

    private MadePlan plan() throws IOException {
        Path json = Files.writeString(folder.resolve("plan.json"), PLAN);
        return new MadePlan(
                WEB, IacTool.TERRAFORM, json, json, Set.of(), () -> Optional.of("~ n = 1 -> 2 # correct horse"));
    }

    private static void print(CloudSink sink, String... lines) {
        for (String line : lines) {
            sink.on(new StackEvent.Output(WEB, line));
        }
    }

    private static void judge(CloudSink sink, StackOutcome outcome) {
        sink.on(new StackEvent.Judged(Reports.check(WEB, outcome)));
    }

    private String log() {
        List<LoggedRequest> logs = server.findAll(postRequestedFor(urlEqualTo(RUN + "/logs")));
        assertThat(logs).hasSize(1);
        return logs.get(0).getBodyAsString();
    }

    private List<String> bodies() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .filter(body -> !body.isEmpty())
                .toList();
    }
}
