package dev.drift.terramate.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Duration;
import java.util.function.Consumer;

/** Drains one stream of a process, so that the process never blocks, and cuts what it holds into lines of bounded length. */
final class LinePump {

    private static final int LONGEST_LINE = 8 * 1024;

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private final Thread thread;

    private LinePump(InputStream stream, Consumer<String> lines, String name) {
        this.lines = lines;
        this.thread = new Thread(() -> drain(stream), name);
        thread.setDaemon(true);
    }

    static LinePump start(InputStream stream, Consumer<String> lines, String name) {
        LinePump pump = new LinePump(stream, lines, name);
        pump.thread.start();
        return pump;
    }

    /** Waits until the stream has come to its end, but no longer than this. */
    void awaitDry(Duration time) throws InterruptedException {
        thread.join(Math.max(1, time.toMillis()));
    }

    private void drain(InputStream stream) {
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(stream, UTF_8)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    take(buffer[at]);
                }
            }
        } catch (IOException closed) {
            // The process is gone, or its streams were closed because it is being ended.
        }
        if (!line.isEmpty()) {
            hand();
        }
    }

    private void take(char letter) {
        if (letter == '\n') {
            hand();
        } else if (letter != '\r' && line.length() < LONGEST_LINE) {
            line.append(letter);
        }
    }

    private void hand() {
        String whole = line.toString();
        line.setLength(0);
        try {
            lines.accept(whole);
        } catch (RuntimeException listenerFailed) {
            // A listener that fails must not stop the draining: the tool would block for ever.
        }
    }
}
