package dev.drift.terramate.cloud.live;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.catalog.StackOrder;
import dev.drift.code.IacTool;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.probe.MadePlan;
import dev.drift.testing.ProvisionSinkContract;
import dev.drift.testing.Provisions;
import dev.drift.testing.Stacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CloudDeploymentTest extends ProvisionSinkContract {

    private static final String DEPLOYMENTS = "/v1/deployments/" + ORGANIZATION + "/[0-9a-f-]{36}/stacks";
    private static final Stack WEB = stack("web");
    private static final Stack DATA = stack("data");
    private static final Stack QUEUE = stack("queue");
    private static final PlannedChanges SCALED = new PlannedChanges(List.of(Provisions.scaling(1, 3)), 0, List.of());
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
        server.stubFor(post(urlPathMatching(DEPLOYMENTS)).willReturn(okJson("""
                [{"stack_id":1,"meta_id":"id-a"},{"stack_id":2,"meta_id":"id-b"},{"stack_id":3,"meta_id":"id-c"},
                 {"stack_id":4,"meta_id":"id-d"},{"stack_id":5,"meta_id":"web"},{"stack_id":6,"meta_id":"data"},
                 {"stack_id":7,"meta_id":"queue"}]
                """)));
        server.stubFor(
                patch(urlPathMatching(DEPLOYMENTS)).willReturn(aResponse().withStatus(204)));
        server.stubFor(post(urlPathMatching("/v1/stacks/" + ORGANIZATION + "/\\d+/deployments/[0-9a-f-]{36}/logs"))
                .willReturn(aResponse().withStatus(204)));
        checkout = Checkout.in(folder);
    }

    @Override
    protected ProvisionSink sink() {
        return sink(CloudSwitch.FOUND);
    }

    @Test
    void makesOneDeploymentOfAllStacksAndTellsHowEachEnds() throws Exception {
        CloudDeployment sink = sink(CloudSwitch.FOUND);
        begin(sink, WEB, DATA, QUEUE);
        sink.on(new ProvisionEvent.Started(WEB));
        sink.see(plan(WEB));
        end(sink, WEB, new ProvisionOutcome.Applied(SCALED, List.of()));
        sink.on(new ProvisionEvent.Started(DATA));
        end(sink, DATA, new ProvisionOutcome.Refused(SCALED, "none may be"));
        end(sink, QUEUE, new ProvisionOutcome.NotDone("the run was stopped"));

        assertThat(sink.finish(Provisions.report()))
                .containsExactlyInAnyOrder(
                        new Delivery.Delivered("Terramate Cloud, deployment of /stacks/web"),
                        new Delivery.Delivered("Terramate Cloud, deployment of /stacks/data"),
                        new Delivery.Delivered("Terramate Cloud, deployment of /stacks/queue"));
        server.verify(
                1,
                postRequestedFor(urlPathMatching(DEPLOYMENTS))
                        .withRequestBody(matchingJsonPath("$.stacks.length()", equalTo("3")))
                        .withRequestBody(matchingJsonPath("$.stacks[0].deployment_cmd", equalTo("drift provision")))
                        .withRequestBody(matchingJsonPath("$.workdir", equalTo("/")))
                        .withRequestBody(matchingJsonPath("$.metadata.git_commit_title", equalTo("One"))));
        assertThat(statuses(5)).containsExactly("running", "ok");
        assertThat(statuses(6)).containsExactly("running", "canceled");
        assertThat(statuses(7)).containsExactly("canceled");
        server.verify(
                1,
                patchRequestedFor(urlPathMatching(DEPLOYMENTS))
                        .withRequestBody(matchingJsonPath(
                                "$.stacks[0].changeset_details.changeset_ascii",
                                equalTo("~ n = 1 -> 2 # __terramate_redacted__"))));
    }

    @Test
    void tellsWhatWasAppliedWithoutSecretsOfThePlan() throws Exception {
        CloudDeployment sink = sink(CloudSwitch.FOUND);
        begin(sink, WEB);
        sink.on(new ProvisionEvent.Started(WEB));
        sink.see(plan(WEB));
        sink.on(new ProvisionEvent.Output(WEB, "a.b: Creation complete after 1s [id=correct horse]"));
        sink.on(new ProvisionEvent.Output(WEB, "Error: refused for correct horse"));
        end(sink, WEB, new ProvisionOutcome.Failed("Error: refused", Optional.of(SCALED), List.of(), Optional.empty()));
        sink.finish(Provisions.report());

        String told = server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .reduce("", String::concat);
        assertThat(told)
                .contains("a.b: Creation complete after 1s")
                .contains("Error: refused for __terramate_redacted__")
                .contains("[drift] failed: Error: refused")
                .doesNotContain("correct horse");
        assertThat(statuses(5)).containsExactly("running", "failed");
    }

    @Test
    void endsWhatARunThatBrokeLeft() {
        CloudDeployment sink = sink(CloudSwitch.FOUND);
        begin(sink, WEB);
        sink.on(new ProvisionEvent.Started(WEB));
        org.awaitility.Awaitility.await().until(() -> !statuses(5).isEmpty());

        sink.finish(Provisions.report());

        assertThat(statuses(5)).containsExactly("running", "failed");
    }

    @Test
    void saysOfEveryStackThatTheCloudRefusesTheDeployment() {
        server.stubFor(post(urlPathMatching(DEPLOYMENTS))
                .willReturn(aResponse().withStatus(400).withBody("no")));
        CloudDeployment sink = sink(CloudSwitch.FOUND);
        begin(sink, WEB, DATA);
        sink.on(new ProvisionEvent.Started(WEB));
        end(sink, WEB, new ProvisionOutcome.Unchanged());
        end(sink, DATA, new ProvisionOutcome.NotDone("the run was stopped"));

        assertThat(sink.finish(Provisions.report())).hasSize(2).allMatch(Delivery.Undelivered.class::isInstance);
        server.verify(1, postRequestedFor(urlPathMatching(DEPLOYMENTS)));
    }

    @Test
    void saysThatAStackWithoutAnIdIsNotKnownThere() {
        CloudDeployment sink = sink(CloudSwitch.FOUND);
        Stack nameless = Stacks.stack("/stacks/nameless");
        begin(sink, nameless);
        sink.on(new ProvisionEvent.Started(nameless));
        end(sink, nameless, new ProvisionOutcome.Unchanged());

        assertThat(sink.finish(Provisions.report())).singleElement().asString().contains("has no id");
    }

    @Test
    void isSilentWhereItIsSwitchedOff() {
        CloudDeployment sink = sink(CloudSwitch.OFF);
        begin(sink, WEB);
        sink.on(new ProvisionEvent.Started(WEB));
        end(sink, WEB, new ProvisionOutcome.Unchanged());

        assertThat(sink.finish(Provisions.report())).isEmpty();
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    private CloudDeployment sink(CloudSwitch when) {
        return CloudDeployment.of(checkout::root, checkout.delivery(server.baseUrl(), when));
    }

    private List<String> statuses(int stack) {
        return server.findAll(patchRequestedFor(urlPathMatching(DEPLOYMENTS))).stream()
                .map(request -> request.getBodyAsString())
                .filter(body -> body.contains("\"stack_id\":" + stack + ","))
                .map(body -> body.replaceAll("(?s).*\"status\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private MadePlan plan(Stack stack) throws Exception {
        Path json = Files.writeString(folder.resolve("plan.json"), PLAN);
        return new MadePlan(
                stack,
                IacTool.TERRAFORM,
                folder.resolve("plan"),
                json,
                Set.of(),
                () -> Optional.of("~ n = 1 -> 2 # correct horse"));
    }

    private static void begin(CloudDeployment sink, Stack... stacks) {
        sink.on(new ProvisionEvent.Begun(StackOrder.independent(List.of(stacks))));
    }

    private static void end(CloudDeployment sink, Stack stack, ProvisionOutcome outcome) {
        sink.on(new ProvisionEvent.Ended(Provisions.of(stack, outcome)));
    }

    private static Stack stack(String name) {
        return Stacks.identified(Stacks.stack("/stacks/" + name), name);
    }
}
