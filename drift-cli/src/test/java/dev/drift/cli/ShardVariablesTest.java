package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.config.Problems;
import dev.drift.estate.Shard;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which share a machine takes. */
class ShardVariablesTest {

    private final Problems problems = new Problems();

    @Test
    void kubernetesAndBatchCountFromZero() {
        assertThat(shard(Map.of("JOB_COMPLETION_INDEX", "0", "DRIFT_SHARDS", "3")))
                .contains(new Shard(1, 3));
        assertThat(shard(Map.of("AWS_BATCH_JOB_ARRAY_INDEX", "9", "AWS_BATCH_JOB_ARRAY_SIZE", "10")))
                .contains(new Shard(10, 10));
        assertThat(shard(Map.of())).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void halfASentenceIsNoShare() {
        assertThat(shard(Map.of("JOB_COMPLETION_INDEX", "1"))).isEmpty();
        assertThat(shard(Map.of("DRIFT_SHARDS", "3"))).isEmpty();
        assertThat(shard(Map.of("JOB_COMPLETION_INDEX", "3", "DRIFT_SHARDS", "3")))
                .isEmpty();
        assertThat(shard(Map.of("AWS_BATCH_JOB_ARRAY_INDEX", "x", "AWS_BATCH_JOB_ARRAY_SIZE", "10")))
                .isEmpty();
        assertThat(problems.all())
                .hasSize(4)
                .allMatch(problem -> problem.where().equals("--shard"))
                .anyMatch(problem -> problem.message().contains("DRIFT_SHARDS is not set"));
    }

    private Optional<Shard> shard(Map<String, String> variables) {
        return new ShardVariables(variables).shard(problems);
    }
}
