package dev.drift.sink;

import dev.drift.report.DriftReport;
import dev.drift.testing.ReportSinkContract;
import java.util.Optional;

class MemorySinkTest extends ReportSinkContract {

    private final MemorySink sink = new MemorySink();

    @Override
    protected ReportSink sink() {
        return sink;
    }

    @Override
    protected boolean holds(DriftReport report) {
        return sink.reports().contains(report);
    }

    @Override
    protected boolean holdsAnything() {
        return !sink.reports().isEmpty();
    }

    @Override
    protected Optional<ReportSink> unable() {
        return Optional.empty();
    }
}
