package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.testing.ReportSinkContract;
import dev.drift.testing.Reports;
import dev.drift.testing.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSummaryTest extends ReportSinkContract {

    @TempDir
    private Path folder;

    private Optional<ReportSink> sink = Optional.empty();

    @Override
    protected ReportSink sink() {
        if (sink.isEmpty()) {
            sink = Optional.of(JobSummary.in(file(), Peer.FOOTER));
        }
        return sink.get();
    }

    @Override
    protected boolean holds(DriftReport report) throws IOException {
        return text().contains("report `" + report.run().id() + "`");
    }

    @Override
    protected boolean holdsAnything() {
        return Files.exists(file());
    }

    @Override
    protected Optional<ReportSink> unable() {
        return Optional.of(JobSummary.in(folder.resolve("missing/summary.md"), Peer.FOOTER));
    }

    @Test
    void keepsWhatOtherCommandsOfTheStepWrote() throws Exception {
        Files.writeString(file(), "# Before\n");

        sink().deliver(Reports.drifted("run-1"));

        assertThat(text()).startsWith("# Before\n").contains("**DRIFTED**");
    }

    @Test
    void staysWithinWhatAStepMayShow() throws Exception {
        Files.writeString(file(), "x".repeat(500_000));

        sink().deliver(SampleReports.large(3_000, 30));

        assertThat(Files.size(file())).isBetween(700_000L, 1024 * 1024L);
    }

    @Test
    void writesNothingWhereNothingWouldBeShown() throws Exception {
        Files.writeString(file(), "x".repeat(1024 * 1024));

        assertThatThrownBy(() -> sink().deliver(Reports.drifted("run-1")))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("1 MiB");
    }

    private Path file() {
        return folder.resolve("summary.md");
    }

    private String text() throws IOException {
        return Files.exists(file()) ? Files.readString(file()) : "";
    }
}
