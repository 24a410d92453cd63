package dev.drift.terramate.cloud.changeset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void hidesALineThatShowsASecret() {
        assertThat(SafeText.line("  + password = \"hunter22\"")).isEqualTo("  [redacted]");
        assertThat(SafeText.line("key AKIAIOSFODNN7EXAMPLE")).isEqualTo("[redacted]");
    }

    @Test
    void leavesALineThatIsMaskedAlready() {
        assertThat(SafeText.line("  + password = (sensitive value)")).isEqualTo("  + password = (sensitive value)");
        assertThat(SafeText.line("  + token    = (known after apply)")).isEqualTo("  + token    = (known after apply)");
    }

    @Test
    void removesWhatATerminalWouldObey() {
        assertThat(SafeText.line("\u001b[31mred\u001b[0m\u0007 \u202eback\tend"))
                .isEqualTo("red back\tend");
    }
}
