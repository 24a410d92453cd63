package dev.drift.sink;

import dev.drift.report.DriftReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every report, for embedders that look at them later and for tests. */
public final class MemorySink implements ReportSink {

    private final List<DriftReport> reports = new CopyOnWriteArrayList<>();

    @Override
    public String destination() {
        return "memory";
    }

    @Override
    public boolean leavesTheMachine() {
        return false;
    }

    @Override
    public void deliver(DriftReport report) {
        reports.add(report);
    }

    /** The reports delivered so far, in the order in which they came. */
    public List<DriftReport> reports() {
        return List.copyOf(reports);
    }
}
