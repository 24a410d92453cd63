package dev.drift.it.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.cloudsync.Exchange;
import dev.drift.it.tools.Command;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Example A for real: a pull request that asks for three tasks is previewed, merged and provisioned, and GitHub and Terramate
 * Cloud hold what was said of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleAIT {

    private static final String STACK = "/stacks/prod/eu-central-1/payments-api";

    private ExampleA example;
    private Command.Outcome first;
    private Command.Outcome preview;
    private Command.Outcome provision;
    private Command.Outcome again;
    private List<Exchange> previewed;
    private List<Exchange> provisioned;
    private int tasksAfterPreview;

    @BeforeAll
    void live() throws Exception {
        example = ExampleA.described();
        first = example.onTrunk("provision", "--all");
        example.told().takeExchanges();
        example.changeOnBranch("desired_count = 1", "desired_count = 3");
        preview = example.inPullRequest("preview");
        previewed = example.told().takeExchanges();
        tasksAfterPreview = example.tasks();
        example.merge();
        provision = example.onTrunk("provision", "--environment", "prod", "--no-destroy", "--github-deployments");
        provisioned = example.told().takeExchanges();
        again = example.onTrunk("provision", "--environment", "prod", "--no-destroy");
    }

    @AfterAll
    void close() throws Exception {
        example.close();
    }

    @Test
    void infrastructureIsProvisioned() {
        assertThat(first.exit()).as(first.out() + first.err()).isZero();
        assertThat(first.out()).startsWith("DONE  2 of 2 stacks applied").contains(STACK);
    }

    @Test
    void pullRequestShowsThePreviewOfTheChangedStackAndChangesNothing() {
        assertThat(preview.exit()).as(preview.out() + preview.err()).isZero();
        assertThat(preview.out()).contains(STACK).contains("1 → 3").doesNotContain("/stacks/prod/notes");
        assertThat(example.github().comments())
                .singleElement()
                .satisfies(comment ->
                        assertThat(text(comment, "body")).contains(STACK).contains("desired_count"));
        assertThat(example.github().checks())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(text(check, "status")).isEqualTo("completed"));
        assertThat(tasksAfterPreview).isEqualTo(1);
    }

    @Test
    void terramateCloudShowsThePreviewWithItsText() {
        assertThat(bodies(previewed, "POST", "/v1/previews/"))
                .singleElement()
                .satisfies(made -> assertThat(made.field("stacks").items())
                        .singleElement()
                        .satisfies(
                                stack -> assertThat(stack.field("path").text()).contains(STACK)));
        assertThat(bodies(previewed, "PATCH", "/v1/stack_previews/")).last().satisfies(end -> {
            assertThat(end.field("status").text()).contains("changed");
            assertThat(end.field("changeset_details")
                            .field("changeset_ascii")
                            .text()
                            .orElse(""))
                    .containsPattern("~ desired_count +=  ?1 -> 3");
        });
        assertThat(previewed).allMatch(each -> each.answer().status() < 300);
    }

    @Test
    void mergeIsProvisionedAndTheLiveServiceHasThreeTasks() {
        assertThat(provision.exit()).as(provision.out() + provision.err()).isZero();
        assertThat(provision.out())
                .startsWith("DONE  1 of 1 stack applied")
                .contains("desired_count  1 → 3")
                .contains("in sync afterwards");
        assertThat(example.tasks()).isEqualTo(3);
    }

    @Test
    void terramateCloudTakesTheDeployment() {
        List<Value> told = bodies(provisioned, "PATCH", "/v1/deployments/");
        assertThat(bodies(provisioned, "POST", "/v1/deployments/")).hasSize(1);
        assertThat(told.stream()
                        .map(each -> each.field("stacks")
                                .items()
                                .get(0)
                                .field("status")
                                .text()
                                .orElse("")))
                .containsExactly("running", "ok");
        assertThat(told.get(1)
                        .field("stacks")
                        .items()
                        .get(0)
                        .field("changeset_details")
                        .field("changeset_ascii")
                        .text()
                        .orElse(""))
                .containsPattern("~ desired_count +=  ?1 -> 3");
        assertThat(provisioned).allMatch(each -> each.answer().status() < 300);
    }

    @Test
    void githubHoldsTheDeploymentAndTheSummary() throws IOException {
        assertThat(example.github().deployments())
                .singleElement()
                .satisfies(deployment ->
                        assertThat(text(deployment, "environment")).isEqualTo("prod"));
        assertThat(text(example.github().deploymentStatuses().get(0), "state")).isEqualTo("success");
        assertThat(Files.readString(example.summary())).contains(STACK).contains("desired_count");
    }

    @Test
    void secondRunAppliesNothing() {
        assertThat(again.exit()).as(again.out() + again.err()).isZero();
        assertThat(again.out()).startsWith("DONE  the only stack is as the code says already");
    }

    @Test
    void nobodyIsToldASecretAndTheCheckoutStaysClean() throws Exception {
        assertThat(preview.out() + preview.err() + provision.out() + provision.err())
                .doesNotContain("\"test\"");
        assertThat(example.git("status", "--porcelain")).isEmpty();
        assertThat(example.github().violations()).isEmpty();
    }

    private static List<Value> bodies(List<Exchange> exchanges, String method, String path) {
        return exchanges.stream()
                .map(Exchange::request)
                .filter(request -> request.method().equals(method)
                        && request.path().startsWith(path)
                        && !request.path().endsWith("/logs"))
                .map(request -> Json.read(request.body()))
                .toList();
    }

    private static String text(Map<String, Value> fields, String name) {
        return fields.getOrDefault(name, Value.ofNull()).text().orElse("");
    }
}
