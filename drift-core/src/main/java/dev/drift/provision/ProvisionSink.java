package dev.drift.provision;

import dev.drift.sink.Delivery;
import java.util.List;

/**
 * Is told of a provisioning while it goes on, and of its report in the end. Told from several threads and returns quickly: what
 * takes time it does in the background. What it cannot deliver, and what it throws, changes no outcome. It serves one run at a
 * time, and any number of them one after the other.
 */
public interface ProvisionSink {

    /** Something happens. */
    void on(ProvisionEvent event);

    /**
     * The run is over. Ends what was begun, delivers the report, and says what became of each delivery, within bounds of its
     * own; empty if there was none. Nothing is thrown by design.
     */
    List<Delivery> finish(ProvisionReport report);
}
