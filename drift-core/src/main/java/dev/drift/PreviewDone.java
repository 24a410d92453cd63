package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.preview.PreviewReport;
import dev.drift.sink.Delivery;
import java.util.List;

/**
 * The answer of a preview. The report is whole whatever became of its deliveries.
 *
 * @param report what the preview says
 * @param deliveries what became of the report at each sink, in the order of the sinks
 * @param liveDeliveries what became of what was told while the preview went on, live sink by live sink
 */
public record PreviewDone(PreviewReport report, List<Delivery> deliveries, List<Delivery> liveDeliveries) {
    public PreviewDone {
        requireNonNull(report, "report is null");
        deliveries = List.copyOf(deliveries);
        liveDeliveries = List.copyOf(liveDeliveries);
    }
}
