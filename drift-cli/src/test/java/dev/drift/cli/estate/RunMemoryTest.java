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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        new RunMemory("us", directory.resolve("shared").toString(), Optional.of(new Residency("us"))));
        assertThat(read(text).estate().environments().get(0).duties().memory()).contains("eu");
        assertThat(problems(text.replace("memory: eu", "memory: us")).toString())
                .contains("drift.yaml:3:34", "bound to eu, and memory \"us\" to us");
        assertThat(problems(text.replace("memory: eu", "memory: ue")).toString())
                .contains("There is no \"ue\" below memory; did you mean eu or us?");
        assertThat(problems(text.replace("path: shared, ", "")).toString()).contains("The path is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:/acme/trail", "https://x", "gs://b/c", "S3://acme/trail", "file:/var/drift"})
    void anAddressOfAnotherKindIsNoFolderOfTheCheckout(String address) {
        for (String section : List.of("memory", "audit")) {
            assertThat(problems("version: 1\n" + section + ":\n  eu: { path: \"" + address + "\" }\n")
                            .toString())
                    .contains("drift.yaml:3:", "...\" is no place: write a folder, or s3://BUCKET/PREFIX");
        }
    }

    @Test
    void aPasswordInAnAddressIsNotQuoted() {
        assertThat(problems("version: 1\nmemory:\n  eu: { path: \"https://me:s3cr3t@x\" }\n")
                        .toString())
                .contains("\"https://...\" is no place")
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c:/drift", "shared:eu", "./gs:/b"})
    void whatOnlyLooksAlikeIsAFolder(String folder) {
        assertThat(problems("version: 1\nmemory:\n  eu: { path: \"" + folder + "\" }\n"))
                .isEmpty();
    }

    @Test
    void foldersAreThoseOfTheRepositoryWhereverOneStands() throws IOException {
        Files.createDirectories(directory.resolve("repository/.git"));
        Path file = Files.createDirectories(directory.resolve("repository/estates/eu"))
                .resolve(DriftYaml.NAME);
        Files.writeString(file, "version: 1\nmemory: { eu: { path: kept } }\naudit: { eu: { path: ../trail } }\n");

        DriftFile read = DriftYaml.read("../drift.yaml", file);

        assertThat(read.kept().memory().get(0).path())
                .isEqualTo(directory.resolve("repository/kept").toString());
        assertThat(read.kept().audit().get(0).path())
                .isEqualTo(directory.resolve("trail").toString());
    }

    @Test
    void filesOfSecretsAreThoseOfTheRepositoryToo() throws IOException {
        Files.createDirectories(directory.resolve("repository/.git"));
        Path file = Files.createDirectories(directory.resolve("repository/estates/eu"))
                .resolve(DriftYaml.NAME);
        Files.writeString(file, """
                version: 1
                alerts: { eu: { slack: "file:secrets/hook" }, us: { slack: "file:/run/hook" } }
                serve: { database: "env:DATABASE" }
                """);

        DriftFile read = DriftYaml.read("../drift.yaml", file);

        assertThat(read.alerts())
                .extracting(route -> route.address().name())
                .containsExactly(directory.resolve("repository/secrets/hook").toString(), "/run/hook");
        assertThat(read.runners().database()).hasToString("Optional[env:DATABASE]");
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
