package dev.drift.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndefinedPlacesTest {

    @TempDir
    private Path directory;

    @Test
    void placesThatNobodyDefinedAreNamedBesideEveryOtherProblem() throws IOException {
        List<String> problems = problems("""
                version: 1
                environments:
                  prod: { schedule: "never", residency: eu, alerts: [oncal], audit: us }
                alerts:
                  oncall: { slack: "env:SLACK", residency: eu }
                audit:
                  us: { path: trail, residency: us }
                """);

        assertThat(problems).hasSize(3);
        assertThat(problems)
                .anySatisfy(text -> assertThat(text).contains("drift.yaml:3:22", "A schedule has five fields"));
        assertThat(problems)
                .anySatisfy(text ->
                        assertThat(text).contains("drift.yaml:3:53", "There is no \"oncal\"", "did you mean oncall?"));
        assertThat(problems).anySatisfy(text -> assertThat(text).contains("drift.yaml:3:69", "is bound to eu"));
    }

    @Test
    void aPlaceThatIsDefinedWronglyIsNotCalledUndefined() throws IOException {
        List<String> problems = problems("""
                version: 1
                environments:
                  prod: { residency: eu, alerts: [oncall], audit: eu, memory: ue }
                alerts:
                  oncall: { slack: "no-reference", residency: eu }
                audit:
                  eu: { path: trail, residency: "not a name" }
                memory:
                  eu: { path: memory, residency: eu }
                """);

        assertThat(problems).hasSize(3);
        assertThat(problems).anySatisfy(text -> assertThat(text).contains("drift.yaml:5:"));
        assertThat(problems).anySatisfy(text -> assertThat(text).contains("drift.yaml:7:"));
        assertThat(problems).anySatisfy(text -> assertThat(text).contains("There is no \"ue\" below memory"));
    }

    private List<String> problems(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("drift.yaml"), text);
        InvalidConfigException refused =
                catchThrowableOfType(InvalidConfigException.class, () -> DriftYaml.read("drift.yaml", file));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
