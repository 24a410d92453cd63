package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.Footer;
import dev.drift.github.page.PreviewPage;
import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.SinkException;
import java.nio.file.Path;
import java.util.Optional;

/** Adds a preview to the summary of a job; also one that was refused, with the reason. */
public final class PreviewJobSummary implements PreviewSink {

    private final SummaryFile file;
    private final Optional<String> head;
    private final Footer footer;

    private PreviewJobSummary(SummaryFile file, Optional<String> head, Footer footer) {
        this.file = file;
        this.head = requireNonNull(head, "head is null");
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** In the file that {@code GITHUB_STEP_SUMMARY} names, for a commit. */
    public static PreviewJobSummary in(Path file, Optional<String> head, Footer footer) {
        return new PreviewJobSummary(new SummaryFile(file), head, footer);
    }

    @Override
    public String destination() {
        return SummaryFile.NAME;
    }

    @Override
    public void deliver(PreviewReport preview) throws SinkException {
        file.add(new PreviewPage(preview, head)::whole, footer.of(preview.run()));
    }
}
