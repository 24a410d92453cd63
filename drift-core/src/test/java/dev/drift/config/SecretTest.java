package dev.drift.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final Secret SECRET = Secret.of("hunter2");

    @Test
    void neverPrintsItsValue() {
        assertThat(SECRET).hasToString("[redacted]");
        assertThat(List.of(Optional.of(SECRET)).toString() + String.format("%s", SECRET))
                .doesNotContain("hunter2");
    }

    @Test
    void revealsItsValueWhenAsked() {
        assertThat(SECRET.reveal()).isEqualTo("hunter2");
    }

    @Test
    void equalsByValue() {
        assertThat(SECRET).isEqualTo(Secret.of("hunter2")).hasSameHashCodeAs(Secret.of("hunter2"));
        assertThat(SECRET).isNotEqualTo(Secret.of("hunter3")).isNotEqualTo("hunter2");
    }
}
