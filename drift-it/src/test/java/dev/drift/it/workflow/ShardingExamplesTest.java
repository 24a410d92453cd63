package dev.drift.it.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manifests that the page on sharding speaks of. */
class ShardingExamplesTest {

    private static final Path EXAMPLES = Path.of("../examples/sharding");

    @Test
    void kubernetesStartsAsManyPodsAsThereAreShares() throws IOException {
        JsonNode job = new ObjectMapper(new YAMLFactory())
                .readTree(EXAMPLES.resolve("kubernetes.yaml").toFile());
        JsonNode container = job.at("/spec/template/spec/containers/0");

        assertThat(job.at("/spec/completionMode").asText()).isEqualTo("Indexed");
        assertThat(container.at("/env/0/name").asText()).isEqualTo("DRIFT_SHARDS");
        assertThat(container.at("/env/0/value").asInt())
                .isEqualTo(job.at("/spec/completions").asInt())
                .isPositive();
        assertThat(container.at("/command/2").asText())
                .contains("drift detect", "$JOB_COMPLETION_INDEX")
                .doesNotContain("\n");
    }

    @Test
    void batchHandsItsIndexOn() throws IOException {
        JsonNode definition = new ObjectMapper()
                .readTree(EXAMPLES.resolve("batch-job-definition.json").toFile());

        assertThat(definition.at("/type").asText()).isEqualTo("container");
        assertThat(definition.at("/containerProperties/command/2").asText())
                .contains("drift detect", "$AWS_BATCH_JOB_ARRAY_INDEX");
        assertThat(Files.readString(Path.of("../docs/sharding.md"))).contains("--array-properties size=");
    }
}
