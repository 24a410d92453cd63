package dev.drift.sink;

import static java.util.Objects.requireNonNullElse;

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
        try {
            sink.deliver(report);
            return new Delivery.Delivered(sink.destination());
        } catch (SinkException refused) {
            return new Delivery.Undelivered(
                    sink.destination(), requireNonNullElse(refused.getMessage(), "no reason given"));
        } catch (RuntimeException | Error broken) {
            return new Delivery.Undelivered(
                    sink.destination(), "the sink broke: " + broken.getClass().getName());
        }
    }
}
