package dev.drift.terramate.cloud.live;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.drift.terramate.cloud.CloudServer.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.code.IacTool;
import dev.drift.detection.StackEvent;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.CloudServer;
import dev.drift.terramate.probe.MadePlan;
import dev.drift.testing.LiveSinkContract;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CloudPreviewTest extends LiveSinkContract {

    private static final String PREVIEWS = "/v1/previews/" + ORGANIZATION;
    private static final String ONE = "/v1/stack_previews/" + ORGANIZATION + "/";
    private static final Stack WEB = Stacks.identified(Stacks.stack("/stacks/web"), "Web-1");
    private static final Stack DNS = Stacks.identified(Stacks.stack("/stacks/dns"), "dns-1");
    private static final StackOutcome CANCELLED =
            StackOutcome.Unknown.because(ProbePhase.CANCELLED, "the run was cancelled");
    private static final Map<String, String> MERGE_REQUEST = Map.of("GITLAB_CI", "true", "CI_MERGE_REQUEST_IID", "7");
    private static final Map<String, String> NONE = Map.of();

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void behave() throws Exception {
        CloudServer.behaves(server);
        server.stubFor(post(PREVIEWS)
                .willReturn(
                        okJson("{\"preview_id\":\"1\",\"stacks\":[{\"meta_id\":\"web-1\",\"stack_preview_id\":\"7\"},"
                                + "{\"meta_id\":\"dns-1\",\"stack_preview_id\":\"8\"},"
                                + "{\"meta_id\":\"id-a\",\"stack_preview_id\":\"9\"}]}")));
        server.stubFor(patch(urlPathMatching(ONE + ".*")).willReturn(status(204)));
        server.stubFor(post(urlPathMatching(ONE + ".*")).willReturn(status(204)));
        checkout = Checkout.in(folder);
    }

    @Override
    protected LiveSink sink() {
        return sink(CloudSwitch.FOUND, MERGE_REQUEST);
    }

    @Test
    void makesOnePreviewOfEverythingThatIsConcernedAndEndsEachStackAsItWas() throws Exception {
        CloudPreview sink = sink(CloudSwitch.FOUND, MERGE_REQUEST);
        sink.on(new StackEvent.Awaited(WEB));
        sink.on(new StackEvent.LeftOut(DNS));
        sink.on(new StackEvent.Started(WEB));
        sink.see(plan(), planned());
        sink.on(new StackEvent.Judged(Reports.check(WEB, Outcomes.inSync())));

        assertThat(sink.finish()).containsExactly(new Delivery.Delivered("Terramate Cloud, preview of /stacks/web"));
        server.verify(
                1,
                postRequestedFor(urlEqualTo(PREVIEWS))
                        .withRequestBody(matchingJsonPath("$.review_request.number", equalTo("7")))
                        .withRequestBody(matchingJsonPath("$.technology", equalTo("terraform")))
                        .withRequestBody(
                                matchingJsonPath("$.stacks[?(@.meta_id=='web-1')].preview_status", equalTo("pending")))
                        .withRequestBody(
                                matchingJsonPath("$.stacks[?(@.meta_id=='dns-1')].preview_status", equalTo("affected")))
                        .withRequestBody(matchingJsonPath("$.stacks[0].cmd[1]", equalTo("preview"))));
        verify("7", "running", 1);
        server.verify(
                1,
                patchRequestedFor(urlEqualTo(ONE + "7"))
                        .withRequestBody(matchingJsonPath("$.status", equalTo("changed")))
                        .withRequestBody(
                                matchingJsonPath("$.changeset_details.changeset_ascii", equalTo("~ n = 1 -> 2"))));
    }

    @Test
    void itsPlaceIsTerramateCloudAndItListensOnlyToWhatItTells() {
        CloudPreview sink = sink(CloudSwitch.FOUND, MERGE_REQUEST);

        assertThat(sink.destination()).isEqualTo("Terramate Cloud");
        assertThat(sink.listens()).isTrue();
        assertThat(sink(CloudSwitch.FOUND, NONE).listens()).isFalse();
    }

    @Test
    void aStackThatNothingWouldHappenToEndsUnchanged() {
        CloudPreview sink = sink(CloudSwitch.FOUND, MERGE_REQUEST);
        sink.on(new StackEvent.Awaited(WEB));
        sink.on(new StackEvent.Started(WEB));
        sink.on(new StackEvent.Judged(Reports.check(WEB, Outcomes.scaledTo(3))));
        sink.finish();

        verify("7", "unchanged", 1);
    }

    @Test
    void aStackThatCouldNotBePlannedEndsFailed() {
        CloudPreview sink = sink(CloudSwitch.FOUND, MERGE_REQUEST);
        sink.on(new StackEvent.Awaited(WEB));
        sink.on(new StackEvent.Started(WEB));
        sink.on(new StackEvent.Judged(Reports.check(WEB, Outcomes.unknown("Error: no module"))));
        sink.finish();

        verify("7", "failed", 1);
    }

    @Test
    void stacksOfACancelledPreviewAreCanceledWhetherTheyBeganOrNot() {
        CloudPreview sink = sink(CloudSwitch.FOUND, MERGE_REQUEST);
        sink.on(new StackEvent.Awaited(WEB));
        sink.on(new StackEvent.Awaited(DNS));
        sink.on(new StackEvent.Started(WEB));
        sink.on(new StackEvent.Judged(Reports.check(WEB, CANCELLED)));
        sink.on(new StackEvent.Judged(Reports.check(DNS, CANCELLED)));

        assertThat(sink.finish()).hasSize(2).allMatch(Delivery.Delivered.class::isInstance);
        verify("7", "canceled", 1);
        verify("8", "canceled", 1);
    }

    @Test
    void whatNobodyJudgedFailsWhenTheRunIsOver() {
        CloudPreview sink = sink(CloudSwitch.FOUND, MERGE_REQUEST);
        sink.on(new StackEvent.Awaited(WEB));
        sink.on(new StackEvent.Started(WEB));
        Awaitility.await("that it began")
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> !server.findAll(patchRequestedFor(urlEqualTo(ONE + "7")))
                        .isEmpty());
        sink.finish();

        verify("7", "failed", 1);
    }

    @Test
    void isSilentWithoutAPullRequestUnlessItIsAskedFor() {
        CloudPreview found = sink(CloudSwitch.FOUND, NONE);
        CloudPreview asked = sink(CloudSwitch.ON, NONE);
        for (CloudPreview sink : List.of(found, asked)) {
            sink.on(new StackEvent.Awaited(WEB));
            sink.on(new StackEvent.Started(WEB));
            sink.on(new StackEvent.Judged(Reports.check(WEB, Outcomes.inSync())));
        }

        assertThat(found.finish()).isEmpty();
        assertThat(asked.finish())
                .containsExactly(new Delivery.Undelivered(
                        "Terramate Cloud, preview of /stacks/web", "the run belongs to no pull request"));
        server.verify(0, postRequestedFor(urlEqualTo(PREVIEWS)));
    }

    @Test
    void aPreviewThatCannotBeMadeIsTriedOnceAndUndeliveredForEachStack() {
        server.stubFor(post(PREVIEWS).willReturn(status(400)));
        CloudPreview sink = sink(CloudSwitch.FOUND, MERGE_REQUEST);
        sink.on(new StackEvent.Awaited(WEB));
        sink.on(new StackEvent.Awaited(DNS));
        for (Stack stack : List.of(WEB, DNS)) {
            sink.on(new StackEvent.Started(stack));
            sink.on(new StackEvent.Judged(Reports.check(stack, Outcomes.inSync())));
        }

        assertThat(sink.finish()).hasSize(2).allMatch(Delivery.Undelivered.class::isInstance);
        server.verify(1, postRequestedFor(urlEqualTo(PREVIEWS)));
    }

    private void verify(String preview, String word, int times) {
        server.verify(
                times,
                patchRequestedFor(urlEqualTo(ONE + preview))
                        .withRequestBody(matchingJsonPath("$.status", equalTo(word))));
    }

    private CloudPreview sink(CloudSwitch when, Map<String, String> job) {
        CloudDelivery delivery = checkout.delivery(server.baseUrl(), when);
        return CloudPreview.of(
                checkout::root,
                new CloudDelivery(
                        when,
                        delivery.user().with(job),
                        delivery.target(),
                        delivery.wire(),
                        delivery.sessions(),
                        delivery.journals()),
                directory -> IacTool.TERRAFORM);
    }

    private MadePlan plan() throws IOException {
        Path json = Files.writeString(
                folder.resolve("plan.json"), "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\"}");
        return new MadePlan(WEB, IacTool.TERRAFORM, json, json, Set.of(), () -> Optional.of("~ n = 1 -> 2"));
    }

    private static Observation planned() {
        ResourceChange change = new ResourceChange(
                ResourceAddress.of("a.b", "a"), ChangeAction.CREATE, Snapshot.ABSENT, Snapshot.ABSENT);
        return new Observation(
                List.of(),
                new CodeSide.Seen(List.of(change), 0, Declarations.NONE, Optional.empty()),
                List.of(),
                Coverage.complete(0),
                Optional.empty());
    }
}
