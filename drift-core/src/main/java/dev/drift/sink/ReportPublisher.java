package dev.drift.sink;

import dev.drift.report.DriftReport;
import java.util.List;

/** Hands a report to every sink in turn. What happens at one sink changes nothing for another. */
public record ReportPublisher(List<ReportSink> sinks) {

    public ReportPublisher {
        sinks = List.copyOf(sinks);
    }

    /** What became of the report at each sink, in the order of the sinks. */
    public List<Delivery> publish(DriftReport report) {
        return sinks.stream().map(sink -> deliver(sink, report)).toList();
    }

    private static Delivery deliver(ReportSink sink, DriftReport report) {
        Attempt attempt = () -> sink.deliver(report);
        return attempt.at(sink.destination());
    }
}
