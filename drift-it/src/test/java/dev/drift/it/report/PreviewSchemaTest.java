package dev.drift.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drift.preview.PreviewJson;
import dev.drift.preview.PreviewReport;
import dev.drift.testing.SamplePreviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema describes the previews that are written, and every field of them. */
class PreviewSchemaTest {

    private static final List<PreviewReport> PREVIEWS = List.of(
            SamplePreviews.everything(),
            SamplePreviews.nothing(),
            SamplePreviews.refused(),
            SamplePreviews.scaling(),
            SamplePreviews.hostile("\u202e`|@everyone"));

    @Test
    void describesEveryPreviewAndEveryField() throws IOException {
        JsonNode published =
                new ObjectMapper().readTree(Files.readString(Path.of("..", "docs", "preview.schema.json")));
        close(published);
        Schema closed = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(published);

        for (PreviewReport preview : PREVIEWS) {
            assertThat(closed.validate(PreviewJson.write(preview), InputFormat.JSON))
                    .isEmpty();
        }
    }

    /** No field but those that are described. What drifted is described by the schema of reports. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(PreviewSchemaTest::close);
    }
}
