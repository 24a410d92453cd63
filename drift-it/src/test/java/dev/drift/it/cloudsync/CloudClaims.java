package dev.drift.it.cloudsync;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.example.DriftCommand;
import dev.drift.it.tools.Command;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Example B as Terramate Cloud shows it: told by {@code drift detect}, kept by the vendor's own fake, read back from there. */
@ExtendWith(SyncedExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CloudClaims {

    private Synced synced;
    private Map<String, Value> drifts;

    @BeforeAll
    void live(Synced lived) throws IOException {
        synced = lived;
        drifts = lived.side().cloud().drifts().stream()
                .filter(drift -> text(drift, "target").equals("default"))
                .collect(toMap(drift -> text(drift, "path"), drift -> drift));
    }

    @Test
    void everyStackHasTheStatusOfItsOutcome() {
        assertThat(drifts.entrySet().stream()
                        .map(each -> each.getKey() + " " + text(each.getValue(), "status"))
                        .sorted())
                .containsExactly(
                        "/stacks/broken failed",
                        "/stacks/payments-api drifted",
                        "/stacks/pending ok",
                        "/stacks/secrets drifted",
                        "/stacks/settings ok");
        assertThat(synced.ours().run().exit()).isEqualTo(3);
    }

    @Test
    void vendorsCommandShowsThePlanOfTheDriftedService() throws Exception {
        Command.Outcome shown = synced.shown("payments-api");

        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out())
                .containsPattern("~ desired_count +=  ?3 -> 1")
                .contains("# module.service.aws_ecs_service.this will be updated in-place");
    }

    @Test
    void vendorsCommandShowsNothingWhereCodeIsOnlyPending() throws Exception {
        assertThat(synced.shown("pending").out()).contains("is not drifted");
    }

    @Test
    void keptPlanJsonIsJudgedAsTheStackWas(@TempDir Path folder) throws Exception {
        Path plan = folder.resolve("kept.plan.json");
        Files.writeString(plan, text(drifts.get("/stacks/payments-api").field("drift_details"), "changeset_json"));

        Command.Outcome judged = DriftCommand.run(
                folder,
                synced.project().environment(),
                "judge",
                plan.getFileName().toString());

        assertThat(judged.exit()).as(judged.err()).isEqualTo(2);
        assertThat(judged.out()).contains("desired_count").contains("1 → 3");
    }

    @Test
    void planIsKeptWithWhoMadeItAndTheSerialOfItsState() {
        Value details = drifts.get("/stacks/payments-api").field("drift_details");

        assertThat(text(details, "provisioner")).isEqualTo("terraform");
        assertThat(details.field("serial")).isNotEqualTo(Value.ofNull()).isInstanceOf(Value.Decimal.class);
    }

    @Test
    void stackInWhichNothingMovedKeepsNoPlan() {
        assertThat(drifts.get("/stacks/settings").field("drift_details")).isEqualTo(Value.ofNull());
    }

    @Test
    void logSaysWhatTheToolDidAndHowItEnded() throws Exception {
        assertThat(log("payments-api"))
                .contains("module.service.aws_ecs_service.this: Refreshing state...")
                .anyMatch(line -> line.matches(".*~ desired_count +=  ?3 -> 1"))
                .endsWith("[drift] drifted: 1");
        assertThat(log("pending")).endsWith("[drift] in sync, pending: 1");
        assertThat(log("broken").get(log("broken").size() - 1))
                .startsWith("[drift] unknown (init): ")
                .contains("main.tf:2");
    }

    @Test
    void commitIsKeptWithEveryStack() {
        assertThat(drifts.values()).hasSize(5).allSatisfy(drift -> {
            Value metadata = drift.field("metadata");
            assertThat(text(metadata, "git_commit_sha")).hasSize(40);
            assertThat(text(metadata, "git_commit_title")).isEqualTo("Keep for longer");
            assertThat(text(metadata, "git_commit_description")).isEqualTo("Nobody has applied this.");
            assertThat(text(metadata, "git_commit_author_email")).isEqualTo("ada@example.org");
        });
    }

    @Test
    void stackIsKnownByTheLowerCaseOfItsIdWithAllThatTheCodeSaysOfIt() {
        Value drift = drifts.get("/stacks/payments-api");

        assertThat(text(drift, "meta_id")).isEqualTo("payments-api-0001");
        assertThat(text(drift, "meta_name")).isEqualTo("payments-api");
        assertThat(text(drift, "meta_description")).isEqualTo("Takes money, gives \"receipts\"");
        assertThat(text(drift, "repository")).isEqualTo("git.example.org/Acme/Infra");
        assertThat(drift.field("meta_tags").items())
                .isEqualTo(Stream.of("environment/prod", "region/eu-central-1", "payments")
                        .map(Value::of)
                        .toList());
    }

    @Test
    void stackWithoutAnIdIsNamedAsUndelivered() {
        assertThat(synced.ours().run().err())
                .contains("Delivered to Terramate Cloud")
                .contains("Not delivered to Terramate Cloud: the stack has no id");
    }

    @Test
    void driftedStacksAreListedFromTheCloud() throws Exception {
        assertThat(synced.listed("--status", "drifted").out().lines())
                .containsExactly("/stacks/payments-api", "/stacks/secrets");
    }

    private List<String> log(String stack) throws IOException {
        return synced.side().cloud().log(text(drifts.get("/stacks/" + stack), "uuid"));
    }

    private static String text(Value fields, String name) {
        return fields.field(name).text().orElse("");
    }
}
