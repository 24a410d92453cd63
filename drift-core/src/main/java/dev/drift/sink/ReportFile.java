package dev.drift.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.report.DriftReport;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Writes the report to a file, in place of what the file held before. It is written beside its place under a temporary name
 * that only its owner can read and then moved, so that nobody ever sees half a report. A new file is readable for its owner
 * only; one that was there keeps its permissions.
 *
 * @param file where to; its folder must exist
 * @param format turns the report into the text of the file, stored as UTF-8
 */
public record ReportFile(Path file, Function<DriftReport, String> format) implements ReportSink {

    public ReportFile {
        requireNonNull(file, "file is null");
        requireNonNull(format, "format is null");
    }

    @Override
    public String destination() {
        return new WholeFile(file).destination();
    }

    @Override
    public boolean leavesTheMachine() {
        return false;
    }

    @Override
    public void deliver(DriftReport report) throws SinkException {
        new WholeFile(file).write(format.apply(report));
    }
}
