package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @Test
    void bashOffersCommandsOptionsAndWords(@TempDir Path directory) throws Exception {
        String script = Call.in(directory).of("completion", "bash").out();

        assertThat(complete(directory, script, "drift", "de")).contains("detect");
        assertThat(complete(directory, script, "drift", "detect", "--par")).contains("--parallelism");
        assertThat(complete(directory, script, "drift", "detect", "--format", ""))
                .contains("markdown", "sarif");
        assertThat(complete(directory, script, "drift", "list", "--format", "")).contains("table");
        assertThat(complete(directory, script, "drift", "detect", "--tool", "t"))
                .contains("terragrunt", "tofu");
    }

    @Test
    void zshLoadsWhatTheScriptNeeds(@TempDir Path directory) {
        assertThat(Call.in(directory).of("completion", "zsh").out())
                .startsWith("autoload")
                .contains("bashcompinit");
    }

    /** What bash would offer for the last word. */
    private static String complete(Path directory, String script, String... words) throws Exception {
        String line = String.join(" ", words);
        Path asking = directory.resolve("ask.bash");
        Files.writeString(
                asking,
                script + "\nCOMP_WORDS=('" + String.join("' '", words) + "')\nCOMP_CWORD=" + (words.length - 1)
                        + "\nCOMP_LINE='" + line + "'\nCOMP_POINT=" + line.length()
                        + "\n_complete_drift\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
        Process bash = new ProcessBuilder("bash", asking.toString())
                .redirectErrorStream(true)
                .start();
        String offered = new String(bash.getInputStream().readAllBytes(), UTF_8);
        assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return offered;
    }
}
