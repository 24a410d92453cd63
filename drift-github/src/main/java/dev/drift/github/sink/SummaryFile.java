package dev.drift.github.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.sink.SinkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;

/** The file that becomes the summary of a job. GitHub shows 1 MiB of each step; what other commands of the step wrote before counts. */
final class SummaryFile {

    static final String NAME = "GitHub job summary";

    private static final int MOST = 900 * 1024;
    private static final int LEAST = 8_000;

    private final Path file;
    private final Lock turn = new ReentrantLock();

    SummaryFile(Path file) {
        this.file = requireNonNull(file, "file is null");
    }

    /** Adds a page of at most so many bytes, and its end. */
    void add(IntFunction<String> page, String end) throws SinkException {
        turn.lock();
        try {
            long taken = Files.isRegularFile(file) ? Files.size(file) : 0;
            long room = MOST - end.getBytes(UTF_8).length - taken;
            if (room < LEAST) {
                throw new SinkException("GitHub shows no more than 1 MiB of a step, and it is written full");
            }
            Files.write(
                    file,
                    (page.apply((int) room) + end + "\n").getBytes(UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw new SinkException(
                    "The job summary cannot be written: " + refused.getClass().getSimpleName(), refused);
        } finally {
            turn.unlock();
        }
    }
}
