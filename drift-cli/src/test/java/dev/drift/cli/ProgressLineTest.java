package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.detection.DetectionListener;
import dev.drift.testing.DetectionListenerContract;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

class ProgressLineTest extends DetectionListenerContract {

    private static final Surroundings QUIET = new Surroundings(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
            Map.of(),
            Path.of(""),
            Terminal.NONE);

    @Override
    protected DetectionListener listener() {
        return new ProgressLine(QUIET, Wording.DETECTION);
    }
}
