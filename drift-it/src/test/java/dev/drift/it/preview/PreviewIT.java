package dev.drift.it.preview;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.cloudsync.FakeCloud;
import dev.drift.it.cloudsync.Request;
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

/** One preview of a branch that does a bit of everything, and what is left of it afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewIT {

    private static final String PREVIEWS = "/v1/previews/deadbeef-dead-dead-dead-deaddeadbeef/1";

    private ChangedEstate estate;
    private Command.Outcome run;
    private Map<String, String> before;
    private Map<String, String> after;
    private Value report;
    private Map<String, Value> stacks;

    @BeforeAll
    void preview() throws Exception {
        estate = ChangedEstate.open();
        before = estate.files();
        run = estate.preview("acme/uniform");
        after = estate.files();
        report = Json.read(run.out());
        stacks = report.field("stacks").items().stream()
                .collect(toMap(stack -> text(stack, "path").replace("/stacks/", ""), stack -> stack));
    }

    @AfterAll
    void leave() throws IOException {
        estate.close();
    }

    @Test
    void looksAtWhatChangedAndAtNothingElse() {
        assertThat(stacks.keySet())
                .as(run.err())
                .containsExactlyInAnyOrder("s0001", "s0002", "s0003", "s0004", "s0005", "s0006");
        assertThat(report.field("deleted").items()).containsExactly(Value.of("/stacks/s0007"));
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        assertThat(text(report, "verdict")).isEqualTo("failed");
    }

    @Test
    void marksWhereEachPlannedChangeComesFrom() {
        assertThat(count("s0001")).isEqualTo("update from_this_change 2 -> 3");
        assertThat(count("s0002")).isEqualTo("update already_drifted 3 -> 2");
        assertThat(count("s0003")).isEqualTo("update overwrites_live_change 5 -> 3 last 2");
    }

    @Test
    void whatWouldGoStandsFirst() {
        Value first = report.field("stacks").items().get(0);

        assertThat(text(first, "path")).isEqualTo("/stacks/s0006");
        assertThat(text(first, "result")).isEqualTo("destructive");
        assertThat(first.field("plan").field("changes").items())
                .anyMatch(change -> text(change, "address").equals("aws_ssm_parameter.s0006")
                        && text(change, "action").equals("replace"));
        assertThat(report.field("summary").field("changes").field("replace")).isEqualTo(Value.of(1));
    }

    @Test
    void namesTheFileThatIsNotFormattedAndPlansItsStack() {
        Value format = stacks.get("s0004").field("format");

        assertThat(format.field("files").items()).containsExactly(Value.of("stacks/s0004/main.tf"));
        assertThat(text(stacks.get("s0004"), "result")).isEqualTo("unchanged");
        assertThat(text(stacks.get("s0001").field("format"), "outcome")).isEqualTo("formatted");
    }

    @Test
    void saysWhichCodeIsNotValidAndDoesNotPlanIt() {
        Value invalid = stacks.get("s0005");

        assertThat(text(invalid, "result")).isEqualTo("invalid");
        assertThat(text(invalid.field("plan"), "phase")).isEqualTo("validate");
        assertThat(invalid.field("validation").field("diagnostics").items()).anySatisfy(said -> {
            assertThat(text(said, "summary")).isEqualTo("Unsupported argument");
            assertThat(text(said, "file")).isEqualTo("stacks/s0005/main.tf");
        });
    }

    @Test
    void leavesStateLockAndCodeAsTheyWere() {
        assertThat(before.keySet()).anyMatch(name -> name.endsWith("terraform.tfstate"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void terramateCloudHoldsThePreviewWithItsPlans() throws IOException {
        Value kept = Json.read(estate.cloud()
                .answer(new Request("GET", PREVIEWS, Map.of("user-agent", FakeCloud.VISITOR), ""))
                .body());
        Map<String, Value> told = list(kept, "stack_previews", "stacks").stream()
                .collect(toMap(stack -> text(stack, "path").replace("/stacks/", ""), stack -> stack));

        assertThat(told.entrySet().stream()
                        .map(each -> each.getKey() + " " + status(each.getValue()))
                        .sorted())
                .as(kept.toString())
                .containsExactly(
                        "s0001 changed",
                        "s0002 changed",
                        "s0003 changed",
                        "s0004 unchanged",
                        "s0005 failed",
                        "s0006 changed");
        assertThat(kept.toString()).containsPattern("~ desired_count +=  ?2 -> 3");
        assertThat(run.err()).contains("Delivered to Terramate Cloud (6 messages");
    }

    @Test
    void jobSummaryNamesWhatWouldGo() throws IOException {
        assertThat(estate.folder().resolve("summary.md")).content().contains("aws_ssm_parameter.s0006");
    }

    @Test
    void codeOfAForkIsNotRunAtAll() throws Exception {
        Map<String, Long> calls = estate.account().calls();
        int exchanges = estate.proxy().exchanges().size();

        Command.Outcome refused = estate.preview("stranger/uniform");

        assertThat(refused.exit()).as(refused.err()).isZero();
        assertThat(text(Json.read(refused.out()), "verdict")).isEqualTo("refused");
        assertThat(text(Json.read(refused.out()), "refusal")).contains("stranger/uniform");
        assertThat(estate.account().calls()).isEqualTo(calls);
        assertThat(estate.proxy().exchanges()).hasSize(exchanges);
        assertThat(Files.readString(estate.folder().resolve("summary.md"))).contains("stranger/uniform");
    }

    private String count(String stack) {
        Value change = stacks.get(stack).field("plan").field("changes").items().stream()
                .filter(each -> text(each, "address").equals("aws_ecs_service." + stack))
                .findFirst()
                .orElseThrow(() -> new AssertionError(stacks.get(stack)));
        Value field = change.field("fields").items().stream()
                .filter(each -> text(each, "path").equals("desired_count"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(change));
        String last = field.field("last_applied").isNull() ? "" : " last " + field.field("last_applied");
        return text(change, "action") + " " + text(field, "mark") + " " + field.field("before") + " -> "
                + field.field("after") + last;
    }

    private static List<Value> list(Value kept, String... names) {
        for (String name : names) {
            if (!kept.field(name).items().isEmpty()) {
                return kept.field(name).items();
            }
        }
        throw new AssertionError(kept);
    }

    private static String status(Value stack) {
        String status = text(stack, "status");
        return status.isEmpty() ? text(stack, "preview_status") : status;
    }

    private static String text(Value fields, String name) {
        return fields.field(name).text().orElse("");
    }
}
