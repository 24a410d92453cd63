package dev.drift.terramate.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_ssm_parameter.password: Refreshing state...",
                "module.db[\"a\"].aws_secretsmanager_secret.token: Read complete after 0s",
                "random_password.secret: Refreshing state..."
            })
    void addressIsNoSecretWhateverItSays(String line) {
        assertThat(SafeText.line(line)).isEqualTo(line);
        assertThat(SafeText.line(line + " password=hunter22")).isEqualTo("[redacted]");
    }

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
