package dev.drift.it.cloudsync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {

    private static final String AROUND = "{\"a\":\"%s\"}";

    @ParameterizedTest
    @ValueSource(strings = {Secret.PASSWORD, Secret.TOKEN, Secret.CHANGED})
    void findsAPlantedSecretInEveryForm(String secret) {
        String once = Json.write(Value.of(Map.of("a", Value.of("it is " + secret))));
        String twice = Json.write(Value.of(Map.of("b", Value.of(once))));
        String unicode = once.replace("\\\"", "\\u0022").replace("+", "\\u002b");

        assertThat(SecretScan.found(secret, secret)).isNotEmpty();
        assertThat(SecretScan.found(secret, once)).isNotEmpty();
        assertThat(SecretScan.found(secret, twice)).isNotEmpty();
        assertThat(SecretScan.found(secret, Json.write(Value.of(twice)))).isNotEmpty();
        assertThat(SecretScan.found(secret, unicode)).isNotEmpty();
        assertThat(SecretScan.found(secret, AROUND.formatted(URLEncoder.encode(secret, UTF_8))))
                .isNotEmpty();
        for (String before : new String[] {"", "x", "xy", "xyz"}) {
            byte[] bytes = (before + secret + "z").getBytes(UTF_8);
            assertThat(SecretScan.found(secret, Base64.getEncoder().encodeToString(bytes)))
                    .isNotEmpty();
            assertThat(SecretScan.found(secret, Base64.getUrlEncoder().encodeToString(bytes)))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Secret.PASSWORD, Secret.TOKEN, Secret.CHANGED})
    void findsNothingWhereNothingIs(String secret) {
        assertThat(SecretScan.found(secret, AROUND.formatted("correct horse battery staple tok changed-by-hand")))
                .isEmpty();
    }
}
