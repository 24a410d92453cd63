package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.ProbeException;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SanitizedPlanTest {

    private static final Value HIDDEN = Value.of("__terramate_redacted__");

    @Test
    void hidesMarkedPlacesInEverySection() throws Exception {
        Value plan = sanitized("""
                {"format_version":"1.2",
                 "planned_values":{"root_module":{"resources":[{"address":"a.b","type":"a","values":{"pin_code":"sesame-open","id":"1"},"sensitive_values":{}}]}},
                 "resource_changes":[{"address":"a.b","type":"a","change":{"actions":["update"],"before":{"pin_code":"sesame-shut"},"after":{"pin_code":"sesame-open"},
                   "before_sensitive":{},"after_sensitive":{"pin_code":true}}}]}
                """);

        Value change = plan.field("resource_changes").items().get(0).field("change");
        assertThat(change.field("before").field("pin_code")).isEqualTo(HIDDEN);
        assertThat(change.field("after").field("pin_code")).isEqualTo(HIDDEN);
        assertThat(resource(plan, "planned_values").field("values").field("pin_code"))
                .isEqualTo(HIDDEN);
        assertThat(resource(plan, "planned_values").field("values").field("id")).isEqualTo(Value.of("1"));
    }

    @Test
    void hidesConstantsOfTheCodeAndKeepsWhatRefersToWhat() throws Exception {
        Value plan = sanitized("""
                {"format_version":"1.2","configuration":{
                  "provider_config":{"aws":{"name":"aws","expressions":{"region":{"constant_value":"eu-central-1"}}}},
                  "root_module":{"resources":[{"address":"a.b","mode":"managed","type":"a","name":"b","schema_version":2,
                    "expressions":{"password":{"constant_value":"hunter2"},"size":{"constant_value":7},"name":{"references":["var.name"]},
                      "block":[{"key":{"constant_value":true}}]},
                    "count_expression":{"constant_value":3}}]}}}
                """);

        Value resource = plan.field("configuration")
                .field("root_module")
                .field("resources")
                .items()
                .get(0);
        assertThat(Json.write(resource.field("expressions")))
                .isEqualTo("{\"password\":{\"constant_value\":\"__terramate_redacted__\"},"
                        + "\"size\":{\"constant_value\":\"__terramate_redacted__\"},"
                        + "\"name\":{\"references\":[\"var.name\"]},"
                        + "\"block\":[{\"key\":{\"constant_value\":\"__terramate_redacted__\"}}]}");
        assertThat(resource.field("schema_version")).isEqualTo(Value.of(2));
        assertThat(Json.write(plan)).doesNotContain("eu-central-1").doesNotContain("hunter2");
    }

    @Test
    void hidesCopiesOfWhatIsCalledASecretOrKnownAsOne() throws Exception {
        SanitizedPlan plan = SanitizedPlan.of(source("""
                        {"format_version":"1.2",
                         "variables":{"db_password":{"value":"correct horse"},"region":{"value":"eu-central-1"}},
                         "output_changes":{"url":{"actions":["create"],"after":"db://u:correct horse@h"},
                                           "known":{"actions":["create"],"after":"x-abcdef-123"},
                                           "place":{"actions":["create"],"after":"eu-central-1"}}}
                        """), 100_000, Set.of("abcdef-123"));

        Value outputs = Json.read(plan.document()).field("output_changes");
        assertThat(outputs.field("url").field("after")).isEqualTo(HIDDEN);
        assertThat(outputs.field("known").field("after")).isEqualTo(HIDDEN);
        assertThat(outputs.field("place").field("after")).isEqualTo(Value.of("eu-central-1"));
    }

    @Test
    void hidesCopiesThatSomebodyDeclaredHarmless() throws Exception {
        SanitizedPlan plan = SanitizedPlan.of(source("""
                        {"format_version":"1.2","variables":{"db":{"value":"correct horse"}},
                         "output_changes":{"url":{"actions":["create"],"after":"db://u/correct%20horse?p=correct+horse"},
                                           "hash":{"actions":["create"],"after":"c1a5298f939e87e8f962a5edfc206918"}},
                         "configuration":{"root_module":{"variables":{"db":{"sensitive":true}}}}}
                        """), 100_000, Set.of());

        Value outputs = Json.read(plan.document()).field("output_changes");
        assertThat(outputs.field("url").field("after")).isEqualTo(HIDDEN);
        assertThat(plan.secrets().hiddenIn("url = \"correct horse battery\"", SanitizedPlan.HIDDEN))
                .isEqualTo("url = \"__terramate_redacted__ battery\"");
    }

    @Test
    void hidesWhatTerraformDataShowsOnceMore() throws Exception {
        Value plan = sanitized("""
                {"format_version":"1.2","prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[
                  {"address":"terraform_data.x","type":"terraform_data","values":{"id":"1","input":"old","output":"old"},"sensitive_values":{}}]}}}}
                """);

        assertThat(resource(plan.field("prior_state"), "values").field("values").field("output"))
                .isEqualTo(HIDDEN);
    }

    @Test
    void hidesWhatGivesItselfAwayByItsName() throws Exception {
        Value plan = sanitized("""
                {"format_version":"1.2","variables":{"db_password":{"value":"hunter22"},"region":{"value":"eu"}},
                 "resource_changes":[{"address":"a.b","type":"a","change":{"actions":["create"],"before":null,
                   "after":{"api_key":"abc","note":"AKIAIOSFODNN7EXAMPLE"}}}]}
                """);

        assertThat(plan.field("variables").field("db_password").field("value")).isEqualTo(HIDDEN);
        assertThat(plan.field("variables").field("region").field("value")).isEqualTo(Value.of("eu"));
        Value after =
                plan.field("resource_changes").items().get(0).field("change").field("after");
        assertThat(after.field("api_key")).isEqualTo(HIDDEN);
        assertThat(after.field("note")).isEqualTo(HIDDEN);
    }

    @Test
    void hidesEveryItemWhereOneIsMarked() throws Exception {
        Value plan = sanitized("""
                {"format_version":"1.2","resource_changes":[{"address":"a.b","type":"a","change":{"actions":["update"],
                  "before":{"rules":[{"data":"first one","id":"1"},{"data":"second one","id":"2"}]},
                  "after":{"rules":[{"data":"third one","id":"3"}]},
                  "before_sensitive":{"rules":[{},{"data":true}]},"after_sensitive":{}}}]}
                """);

        Value change = plan.field("resource_changes").items().get(0).field("change");
        assertThat(Json.write(change.field("before")) + Json.write(change.field("after")))
                .doesNotContain(" one")
                .contains("\"id\":\"1\"", "\"id\":\"2\"", "\"id\":\"3\"");
    }

    @Test
    void hidesHashesBesideWhatIsMarked() throws Exception {
        Value plan = sanitized("""
                {"format_version":"1.2","resource_changes":[{"address":"a.b","type":"a","change":{"actions":["create"],
                  "after":{"content":"x","content_md5":"d0","other_md5":"d1"},"after_sensitive":{"content":true}}}]}
                """);

        Value after =
                plan.field("resource_changes").items().get(0).field("change").field("after");
        assertThat(after.field("content_md5")).isEqualTo(HIDDEN);
        assertThat(after.field("other_md5")).isEqualTo(Value.of("d1"));
    }

    @Test
    void leavesBehindWhatItDoesNotKnow() throws Exception {
        Value plan = sanitized("""
                {"format_version":"1.2","terraform_version":"1.11.4","timestamp":"2026-05-01T10:00:00Z","applyable":true,"complete":true,
                 "errored":"yes","new_section":{"x":1},"action_invocations":[1],
                 "resource_changes":[{"address":"a.b","surprise":1,"action_reason":"because","change":{"actions":["update","explode"],"surprise":2,
                   "generated_config":"x","replace_paths":[["id"]],"importing":{"id":"i-1","secret":"x"}}}]}
                """);

        assertThat(Json.write(plan))
                .isEqualTo("{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\","
                        + "\"timestamp\":\"2026-05-01T10:00:00Z\",\"applyable\":true,\"complete\":true,"
                        + "\"resource_changes\":[{\"address\":\"a.b\",\"action_reason\":\"because\",\"change\":"
                        + "{\"actions\":[\"update\"],\"replace_paths\":[[\"id\"]],\"importing\":{\"id\":\"i-1\"}}}],"
                        + "\"planned_values\":{\"root_module\":{}},\"configuration\":{\"root_module\":{}}}");
    }

    @Test
    void cutsBetweenRecordsAndSaysSo() throws Exception {
        String padding = "p".repeat(1000);
        String plan = "{\"format_version\":\"1.2\",\"complete\":true,\"resource_changes\":["
                + IntStream.range(0, 300)
                        .mapToObj(at -> "{\"address\":\"a.r" + at + "\",\"type\":\"a\",\"change\":{\"actions\":[\""
                                + (at < 290 ? "no-op" : "update") + "\"],\"after\":{\"x\":\"" + padding + "\"}}}")
                        .collect(Collectors.joining(","))
                + "],\"prior_state\":{\"values\":{\"root_module\":{\"resources\":["
                + IntStream.range(0, 300)
                        .mapToObj(at -> "{\"address\":\"a.r" + at + "\",\"values\":{\"x\":\"" + padding + "\"}}")
                        .collect(Collectors.joining(","))
                + "]}}}}";

        SanitizedPlan sanitized = SanitizedPlan.of(source(plan), 100_000, Set.of());

        Value read = Json.read(sanitized.document());
        assertThat(sanitized.document().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(100_000);
        assertThat(read.field("complete")).isEqualTo(Value.of(false));
        int shown = read.field("resource_changes").items().size();
        assertThat(read.field("drift_left_out").field("resource_changes")).isEqualTo(Value.of(300 - shown));
        assertThat(read.field("resource_changes").items().stream()
                        .map(entry -> entry.field("address").toString()))
                .contains("a.r290", "a.r299");
        assertThat(sanitized.leftOut()).containsKey("prior_state");
    }

    @Test
    void isNothingButAPlan() {
        for (String text : new String[] {"", "[]", "{}", "{\"format_version\":7}", "{\"format_version\":\"1.2\""}) {
            assertThatThrownBy(() -> SanitizedPlan.of(source(text), 100_000, Set.of()))
                    .isInstanceOf(ProbeException.class);
        }
    }

    private static Value resource(Value plan, String section) {
        return plan.field(section)
                .field("root_module")
                .field("resources")
                .items()
                .get(0);
    }

    private static Value sanitized(String plan) throws ProbeException {
        return Json.read(SanitizedPlan.of(source(plan), 100_000, Set.of()).document());
    }

    private static PlanJson.Source source(String plan) {
        return () -> new ByteArrayInputStream(plan.getBytes(UTF_8));
    }
}
