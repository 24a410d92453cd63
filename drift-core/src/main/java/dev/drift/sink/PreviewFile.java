package dev.drift.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.preview.PreviewReport;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Writes a preview to a file, as {@link ReportFile} writes a report: whole or not at all, and a new file readable for its owner
 * only.
 *
 * @param file where to; its folder must exist
 * @param format turns the preview into the text of the file, stored as UTF-8
 */
public record PreviewFile(Path file, Function<PreviewReport, String> format) implements PreviewSink {

    public PreviewFile {
        requireNonNull(file, "file is null");
        requireNonNull(format, "format is null");
    }

    @Override
    public String destination() {
        return new WholeFile(file).destination();
    }

    @Override
    public void deliver(PreviewReport preview) throws SinkException {
        new WholeFile(file).write(format.apply(preview));
    }

    @Override
    public boolean leavesTheMachine() {
        return false;
    }
}
