package dev.drift.testing;

import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a provisioning told, for tests. */
public final class RecordingProvisions implements ProvisionSink {

    private final List<ProvisionEvent> events = new CopyOnWriteArrayList<>();
    private final List<ProvisionReport> reports = new CopyOnWriteArrayList<>();

    @Override
    public void on(ProvisionEvent event) {
        events.add(event);
    }

    @Override
    public List<Delivery> finish(ProvisionReport report) {
        reports.add(report);
        return List.of(new Delivery.Delivered("memory"));
    }

    /** What happened so far, in the order in which it was told. */
    public List<ProvisionEvent> events() {
        return List.copyOf(events);
    }

    /** The reports so far. */
    public List<ProvisionReport> reports() {
        return List.copyOf(reports);
    }
}
