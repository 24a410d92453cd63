package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.cli.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostOutputTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "completion bash"})
    void resultThatCannotBeWrittenIsAFailedRun(String arguments) {
        assertThat(run(new FullDisk(), arguments)).isEqualTo(ExitCode.FAILED);
        assertThat(errors.toString(UTF_8)).isEqualTo("drift: Standard output could not be written as a whole\n");
    }

    @Test
    void resultThatWasWrittenIsNone() {
        assertThat(run(new ByteArrayOutputStream(), "--version")).isEqualTo(ExitCode.IN_SYNC);
        assertThat(errors.toString(UTF_8)).isEmpty();
    }

    private ExitCode run(OutputStream out, String arguments) {
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(),
                new PrintStream(out, false, UTF_8),
                new PrintStream(errors, false, UTF_8),
                Map.of(),
                Path.of(""),
                Terminal.NONE);
        return Cli.run(List.of(arguments.split(" ")), surroundings, new Wiring());
    }

    /** Takes nothing any more. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
