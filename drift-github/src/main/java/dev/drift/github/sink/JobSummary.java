package dev.drift.github.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.github.page.DriftPage;
import dev.drift.github.page.Footer;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Adds the report to the summary of a job. GitHub shows 1 MiB of each step; what other commands of the step wrote before counts.
 */
public final class JobSummary implements ReportSink {

    private static final int MOST = 900 * 1024;
    private static final int LEAST = 8_000;
    private static final int FOOTER = 1_000;

    private final Path file;
    private final Footer footer;
    private final Lock turn = new ReentrantLock();

    private JobSummary(Path file, Footer footer) {
        this.file = requireNonNull(file, "file is null");
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** In the file that {@code GITHUB_STEP_SUMMARY} names. */
    public static JobSummary in(Path file, Footer footer) {
        return new JobSummary(file, footer);
    }

    @Override
    public String destination() {
        return "GitHub job summary";
    }

    @Override
    public void deliver(DriftReport report) throws SinkException {
        turn.lock();
        try {
            long taken = Files.isRegularFile(file) ? Files.size(file) : 0;
            long room = MOST - FOOTER - taken;
            if (room < LEAST) {
                throw new SinkException("GitHub shows no more than 1 MiB of a step, and it is written full");
            }
            String page = new DriftPage(report).whole((int) room) + footer.of(report.run()) + "\n";
            Files.write(
                    file,
                    page.getBytes(UTF_8),
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
