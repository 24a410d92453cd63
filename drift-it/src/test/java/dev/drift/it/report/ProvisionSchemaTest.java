package dev.drift.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drift.provision.page.ProvisionJson;
import dev.drift.testing.Provisions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema describes the reports of provisionings, and every field of them. */
class ProvisionSchemaTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "provision.schema.json");

    @Test
    void describesEveryFieldOfEveryReport() throws Exception {
        Schema closed = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(closed(new ObjectMapper().readTree(Files.readString(PUBLISHED))));

        assertThat(closed.validate(ProvisionJson.write(Provisions.full()), InputFormat.JSON))
                .isEmpty();
        assertThat(closed.validate(ProvisionJson.write(Provisions.report()), InputFormat.JSON))
                .isEmpty();
        assertThat(closed.validate("{\"schema_version\": 1}", InputFormat.JSON)).isNotEmpty();
    }

    /** Objects whose fields are listed may have no others. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(ProvisionSchemaTest::closed);
        return node;
    }
}
