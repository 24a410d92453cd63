package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import java.util.List;

/**
 * The answer of a run. The report is whole whatever became of its deliveries.
 *
 * @param report what the run says
 * @param deliveries what became of the report at each sink, in the order of the sinks; a history that could not be read or
 *     written stands behind them as undelivered
 * @param liveDeliveries what became of what was told while the run went on, live sink by live sink
 */
public record RunResult(DriftReport report, List<Delivery> deliveries, List<Delivery> liveDeliveries) {
    public RunResult {
        requireNonNull(report, "report is null");
        deliveries = List.copyOf(deliveries);
        liveDeliveries = List.copyOf(liveDeliveries);
    }
}
