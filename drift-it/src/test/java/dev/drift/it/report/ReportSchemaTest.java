package dev.drift.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.Severity;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ProbePhase;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.Verdict;
import dev.drift.testing.RandomReports;
import dev.drift.testing.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema describes the reports that are written: all of them, and every field of them. */
class ReportSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode published = read();

    @Test
    void describesEveryReport() {
        Schema schema = schema(published);

        assertThat(schema.validate(ReportJson.write(Reports.of("run-1")), InputFormat.JSON))
                .isEmpty();
        for (long seed = 0; seed < 100; seed++) {
            DriftReport report = new RandomReports(seed).report();
            assertThat(schema.validate(ReportJson.write(report), InputFormat.JSON))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    @Test
    void describesEveryField() {
        Schema closed = schema(closed(published.deepCopy()));

        for (long seed = 0; seed < 100; seed++) {
            DriftReport report = new RandomReports(seed).report();
            assertThat(closed.validate(ReportJson.write(report), InputFormat.JSON))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"verdict\": \"drifted\"', '\"verdict\": \"fine\"'",
        "'\"schema_version\": 1', '\"schema_version\": 2'",
        "'\"outcome\": \"drifted\"', '\"outcome\": \"in_sync\"'",
        "'\"name\": \"web\",', ''",
        "'\"duration_ms\": 1000', '\"duration_ms\": -1'",
        "'\"class\": \"reverted\"', '\"class\": \"odd\"'",
        "'\"path\": \"/stacks/web\"', '\"path\": \"stacks/web\"'"
    })
    void refusesWhatIsNoReport(String written, String wrong) {
        String report = ReportJson.write(Reports.drifted("run-1"));
        assertThat(report).contains(written);

        List<Error> errors = schema(published).validate(report.replace(written, wrong), InputFormat.JSON);

        assertThat(errors).isNotEmpty();
    }

    @Test
    void namesEveryWordThatIsWritten() {
        assertThat(words("/$defs/outcome/enum")).isEqualTo(words(Verdict.values(), Verdict::word));
        assertThat(words("/$defs/severity/enum")).isEqualTo(words(Severity.values(), Severity::word));
        assertThat(words("/$defs/phase/enum")).isEqualTo(words(ProbePhase.values(), ProbePhase::word));
        assertThat(words("/$defs/resource/properties/action/enum"))
                .isEqualTo(words(ChangeAction.values(), ChangeAction::word));
        assertThat(words("/$defs/field/properties/class/enum")).isEqualTo(words(FieldClass.values(), FieldClass::word));
    }

    private List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        published.at(pointer).forEach(word -> words.add(word.asText()));
        return words;
    }

    private static <E> List<String> words(E[] constants, Function<E, String> word) {
        return Arrays.stream(constants).map(word).toList();
    }

    /** Readers must bear fields they do not know; the schema itself must not. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ReportSchemaTest::closed);
        return node;
    }

    private static Schema schema(JsonNode node) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node);
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Files.readString(Path.of("..", "docs", "report.schema.json")));
        } catch (IOException unreadable) {
            throw new AssertionError("The published schema cannot be read", unreadable);
        }
    }
}
