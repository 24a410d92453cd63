package dev.drift.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.alert.AlertFilter;
import dev.drift.alert.Change;
import dev.drift.code.IacTool;
import dev.drift.diagnosis.Severity;
import dev.drift.report.Verdict;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema knows what the reader knows, and nothing else. */
class PublishedSchemaTest {

    private final Value schema = read();

    @Test
    void hasEveryFieldThatIsUnderstood() {
        assertThat(fields(schema)).containsExactlyElementsOf(Known.FILE);
        assertThat(fields(schema.field("properties").field("on_demand"))).containsExactlyElementsOf(Known.ON_DEMAND);
        assertThat(fields(schema.field("properties").field("serve"))).containsExactlyElementsOf(Known.SERVE);
        assertThat(fields(defined("environment"))).containsExactlyElementsOf(Known.ENVIRONMENT);
        assertThat(fields(defined("window"))).containsExactlyElementsOf(Known.WINDOW);
        assertThat(fields(defined("alert"))).containsExactlyElementsOf(Known.ALERTS);
        assertThat(fields(defined("trail"))).containsExactlyElementsOf(Known.AUDIT);
        assertThat(fields(defined("memory"))).containsExactlyElementsOf(Known.MEMORY);
        assertThat(fields(defined("sink"))).containsExactlyElementsOf(Known.SINK);
        assertThat(fields(defined("waiver"))).containsExactlyElementsOf(Known.WAIVER);
        assertThat(fields(schema.field("properties").field("sinks")))
                .allSatisfy(name -> assertThat(SinkName.of(name)).isPresent())
                .hasSameSizeAs(SinkName.values());
    }

    @Test
    void hasEveryWordThatIsUnderstood() {
        assertThat(words(schema.field("properties").field("tool")))
                .containsExactlyElementsOf(
                        Arrays.stream(IacTool.values()).map(IacTool::command).toList());
        assertThat(words(defined("engine")))
                .containsExactlyElementsOf(
                        Arrays.stream(Engine.values()).map(Engine::word).toList());
        assertThat(words(defined("alert").field("properties").field("min_severity")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Severity.values()).map(Severity::word).toList());
        assertThat(words(defined("alert").field("properties").field("changes").field("items")))
                .containsExactlyElementsOf(
                        Change.askedFor().stream().map(Change::word).toList());
        assertThat(words(defined("alert").field("properties").field("verdicts").field("items")))
                .containsExactlyInAnyOrderElementsOf(AlertFilter.EVERYTHING.verdicts().stream()
                        .map(Verdict::word)
                        .toList());
    }

    private Value defined(String name) {
        return schema.field("$defs").field(name);
    }

    private static List<String> fields(Value place) {
        assertThat(place.field("additionalProperties")).isEqualTo(Value.of(false));
        return List.copyOf(((Value.Fields) place.field("properties")).values().keySet());
    }

    private static List<String> words(Value place) {
        return place.field("enum").items().stream()
                .map(word -> word.text().orElseThrow())
                .toList();
    }

    private static Value read() {
        try {
            return Json.read(Files.readString(Path.of("../docs/drift.schema.json")));
        } catch (IOException | dev.drift.value.JsonException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
