package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.sink.Delivery;
import java.util.List;

/**
 * The answer of a provisioning. The report is whole whatever became of its deliveries.
 *
 * @param report what it says
 * @param deliveries what became of what the sinks were told, sink by sink
 */
public record ProvisionResult(ProvisionReport report, List<Delivery> deliveries) {
    public ProvisionResult {
        requireNonNull(report, "report is null");
        deliveries = List.copyOf(deliveries);
    }
}
