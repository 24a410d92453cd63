package dev.drift.it.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.config.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema of {@code drift.yaml} accepts and refuses what the command accepts and refuses. */
class EstateSchemaTest {

    private static final Path EXAMPLE = Path.of("../examples/drift.yaml");

    @TempDir
    Path directory;

    @Test
    void acceptsTheExampleAsTheCommandDoes() throws IOException {
        assertThat(errors(Files.readString(EXAMPLE))).isEmpty();
        assertThat(DriftYaml.read("drift.yaml", EXAMPLE).estate().environments())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: 1 | version: 2",
                "version: 1 | verion: 1",
                "tool: terraform | tool: pulumi",
                "tool: terraform | engine: terraform",
                "parallelism: 12 | engine: fast",
                "regions: [eu-central-1, eu-west-1] | regions: eu-central-1",
                "regions: [eu-central-1, eu-west-1] | regions: [eu-west-1, eu-west-1]",
                "parallelism: 12 | parallelism: 0",
                "parallelism: 12 | parallelism: \"12\"",
                "freshness: 6h | freshness: 6",
                "schedule: \"0 */6 * * *\" | schedule: \"0 */6 * *\"",
                "deny: | denies:",
                "env:SLACK_EU | https://hooks.example/secret",
                "min_severity: high | min_severity: loud",
                "on_demand: { parallelism: 5 } | on_demand: { parallel: 5 }",
                "terraform: 1.11.4 | terraform: latest",
                "terraform: 1.11.4 | runner: large",
                "https://downloads | http://downloads",
                "5feceb66 | 5feceb",
                "until: 2027-03-31 | ends: 2027-03-31",
                "resource: \"aws_ecs | resources: \"aws_ecs",
                "reason: capacity test | reason: \" \"",
                "field: desired_count | fields: desired_count",
                "prod: \"arn:aws:iam::111111111111:role/prod-deployer\" | prod: deployer",
                "on_demand: \"arn | demand: \"arn"
            })
    void refusesWhatTheCommandRefuses(String written, String wrong) throws IOException {
        String text = Files.readString(EXAMPLE);
        assertThat(text).contains(written);
        Path file = directory.resolve("drift.yaml");
        Files.writeString(file, text.replace(written, wrong));

        assertThatThrownBy(() -> DriftYaml.read("drift.yaml", file)).isInstanceOf(InvalidConfigException.class);
        assertThat(errors(Files.readString(file))).isNotEmpty();
    }

    private static List<Error> errors(String yaml) throws IOException {
        JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(yaml);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/drift.schema.json")));
        return schema.validate(document.toString(), InputFormat.JSON);
    }
}
