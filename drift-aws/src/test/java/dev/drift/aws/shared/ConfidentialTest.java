package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.wire.SchemaBlock;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidentialTest {

    private static final SchemaBlock UNMARKED = new SchemaBlock(List.of(), List.of());

    @ParameterizedTest
    @CsvSource({
        "secret_key, abc",
        "http_proxy, proxy.example.com",
        "external_id, 4711",
        "endpoint, https://user:word@localhost",
        "endpoint, AKIAABCDEFGHIJKLMNOP"
    })
    void nothingSecretIsWrittenDown(String name, String text) {
        Value deep = Value.of(Map.of("assume_role", Value.of(List.of(Value.of(Map.of(name, Value.of(text)))))));

        assertThat(Confidential.isIn(UNMARKED, deep)).isTrue();
    }

    @Test
    void whatOnlySaysWhereToLookIsNoSecret() {
        Value plain = Value.of(Map.of(
                "region", Value.of("eu-central-1"),
                "shared_credentials_files", Value.of(List.of(Value.of("/home/u/.aws/credentials"))),
                "secret_key", Value.of(""),
                "endpoint", Value.of("http://localhost:4566/path")));

        assertThat(Confidential.isIn(UNMARKED, plain)).isFalse();
    }
}
