package dev.drift.it.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void tellsTheExitCodeAndBothOutputs() throws Exception {
        assertThat(Command.of("sh", "-c", "echo out; echo err >&2; exit 3").run())
                .isEqualTo(new Command.Outcome(3, "out\n", "err\n"));
    }

    @Test
    void endsAProgramThatTakesTooLong() throws Exception {
        assertThat(Command.of("sleep", "60")
                        .within(Duration.ofMillis(100))
                        .run()
                        .exit())
                .isEqualTo(Command.Outcome.OUT_OF_TIME);
    }

    @Test
    void removesAVariableGivenAsEmpty() throws Exception {
        assertThat(Command.of("sh", "-c", "echo ${HOME-unset}")
                        .with(Map.of("HOME", ""))
                        .output())
                .isEqualTo("unset\n");
    }

    @Test
    void saysWhatAFailedProgramSaid() {
        assertThatThrownBy(() -> Command.of("sh", "-c", "echo no >&2; exit 1").output())
                .hasMessageContaining("exit 1")
                .hasMessageContaining("no");
    }
}
