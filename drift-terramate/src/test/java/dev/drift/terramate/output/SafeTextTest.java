package dev.drift.terramate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void removesWhatNobodySees() {
        List<String> invisible = List.of(
                "\u0085",
                "\u009b31m",
                "\u009d0;title\u009c",
                "\u001b]0;title\u0007",
                "\u202e",
                "\u2066",
                "\u200b",
                "\u200f",
                "\u2028",
                "\u2029",
                "\ufeff",
                "\u00ad",
                "\ud800",
                "\udb40\udc41");

        assertThat(invisible)
                .allSatisfy(
                        mark -> assertThat(SafeText.line("be" + mark + "fore")).isEqualTo("before"));
        assertThat(SafeText.line("before\u009b")).isEqualTo("before");
        assertThat(SafeText.line("before\u001b")).isEqualTo("before");
    }

    @Test
    void findsASecretThatIsWrittenWithSomethingInvisible() {
        assertThat(SafeText.line("  + pass\u200bword = \"hunter22\"")).isEqualTo("  [redacted]");
    }
}
