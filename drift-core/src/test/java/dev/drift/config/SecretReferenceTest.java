package dev.drift.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {

    @TempDir
    Path directory;

    @Test
    void leadsToAVariableOrAFile() throws IOException {
        Files.writeString(directory.resolve("token"), " hidden\n");

        assertThat(resolved("env:TOKEN")).isEqualTo(Secret.of("shown"));
        assertThat(resolved("file:token")).isEqualTo(Secret.of("hidden"));
        assertThat(SecretReference.parse("file:token")).hasToString("file:token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.example/T0/B0/s3cr3t", "env:", "file: ", "", "env:A-B", "vault:s3cr3t"})
    void refusesWhatMayBeTheSecretWithoutShowingIt(String text) {
        assertThatThrownBy(() -> SecretReference.parse(text))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage("secret: A secret is named, never written out: env:NAME or file:PATH");
    }

    @Test
    void saysWhichReferenceLeadsNowhere() throws IOException {
        Files.writeString(directory.resolve("blank"), "\n");

        assertThatThrownBy(() -> resolved("file:blank")).hasMessage("file:blank: The file is empty");
        assertThatThrownBy(() -> resolved("env:ABSENT")).hasMessage("env:ABSENT: The variable is not set, or is empty");
        assertThatThrownBy(() -> resolved("env:BLANK")).hasMessage("env:BLANK: The variable is not set, or is empty");
        assertThatThrownBy(() -> resolved("file:absent")).hasMessage("file:absent: The file cannot be read");
    }

    private Secret resolved(String text) {
        return SecretReference.parse(text).resolve(Map.of("TOKEN", "shown", "BLANK", " "), directory);
    }
}
