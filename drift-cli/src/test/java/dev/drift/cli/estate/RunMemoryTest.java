package dev.drift.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Residency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMemoryTest {

    @TempDir
    private Path directory;

    @Test
    void knowsWhereRunsRememberAndRefusesAPlaceElsewhere() {
        String text = """
                version: 1
                environments:
                  prod: { residency: eu, memory: eu }
                memory:
                  eu: { path: "s3://acme-drift-eu/memory", residency: eu }
                  us: { path: shared, residency: us }
                """;

        assertThat(read(text).kept().memory())
                .containsExactly(
                        new RunMemory("eu", "s3://acme-drift-eu/memory", Optional.of(new Residency("eu"))),
                        new RunMemory("us", "shared", Optional.of(new Residency("us"))));
        assertThat(read(text).estate().environments().get(0).duties().memory()).contains("eu");
        assertThat(problems(text.replace("memory: eu", "memory: us")).toString())
                .contains("drift.yaml:3:34", "bound to eu, and memory \"us\" to us");
        assertThat(problems(text.replace("memory: eu", "memory: ue")).toString())
                .contains("There is no \"ue\" below memory; did you mean eu or us?");
        assertThat(problems(text.replace("path: shared, ", "")).toString()).contains("The path is missing");
    }

    private List<?> problems(String text) {
        try {
            read(text);
            return List.of();
        } catch (InvalidConfigException refused) {
            return refused.problems();
        }
    }

    private DriftFile read(String text) {
        try {
            return DriftYaml.read("drift.yaml", Files.writeString(directory.resolve("drift.yaml"), text));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
