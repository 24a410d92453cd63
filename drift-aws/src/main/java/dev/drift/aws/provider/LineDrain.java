package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.function.Consumer;

/**
 * Reads a stream of a process to its end, so that the process never blocks on a full pipe, and hands on its lines, cut to a
 * bounded length.
 */
final class LineDrain implements Runnable {

    private static final int LONGEST_LINE = 4 * 1024;

    private final InputStream stream;
    private final Consumer<String> lines;
    private final Runnable end;
    private final StringBuilder line = new StringBuilder();

    private LineDrain(InputStream stream, Consumer<String> lines, Runnable end) {
        this.stream = stream;
        this.lines = lines;
        this.end = end;
    }

    /**
     * Starts a thread that reads until the stream ends.
     *
     * @param lines sees every line, without its end
     * @param end runs once, after the last line
     */
    static void start(String name, InputStream stream, Consumer<String> lines, Runnable end) {
        Thread thread = new Thread(new LineDrain(stream, lines, end), name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        char[] buffer = new char[8 * 1024];
        try (Reader reader = new InputStreamReader(stream, UTF_8)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    take(buffer[at]);
                }
            }
        } catch (IOException closed) {
            // The process is gone.
        }
        if (!line.isEmpty()) {
            hand();
        }
        end.run();
    }

    private void take(char letter) {
        if (letter == '\n') {
            hand();
        } else if (line.length() < LONGEST_LINE) {
            line.append(letter);
        }
    }

    private void hand() {
        lines.accept(line.toString());
        line.setLength(0);
    }
}
