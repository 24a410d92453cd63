package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.DriftPage;
import dev.drift.github.page.Footer;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import java.nio.file.Path;

/** Adds the report to the summary of a job. */
public final class JobSummary implements ReportSink {

    private final SummaryFile file;
    private final Footer footer;

    private JobSummary(SummaryFile file, Footer footer) {
        this.file = file;
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** In the file that {@code GITHUB_STEP_SUMMARY} names. */
    public static JobSummary in(Path file, Footer footer) {
        return new JobSummary(new SummaryFile(file), footer);
    }

    @Override
    public String destination() {
        return SummaryFile.NAME;
    }

    @Override
    public void deliver(DriftReport report) throws SinkException {
        file.add(new DriftPage(report)::whole, footer.of(report.run()));
    }
}
