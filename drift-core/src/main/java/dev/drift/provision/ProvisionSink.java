package dev.drift.provision;

import dev.drift.estate.Residency;
import dev.drift.sink.Delivery;
import dev.drift.sink.ResidencyGate;
import java.util.List;
import java.util.Optional;

/**
 * Is told of a provisioning while it goes on, and of its report in the end. Told from several threads and returns quickly: what
 * takes time it does in the background. What it cannot deliver, and what else it throws, changes no outcome. It serves one run at a
 * time, and any number of them one after the other.
 */
public interface ProvisionSink {

    /**
     * Something happens.
     *
     * @throws PlanNotShownException if this sink is there to show plans to people, what happens is {@link
     *     ProvisionEvent.Planned}, and it could not show the plan. The one thing by which a sink changes an outcome: the stack
     *     has failed and its plan is not applied
     */
    void on(ProvisionEvent event);

    /**
     * The run is over. Ends what was begun, delivers the report, and says what became of each delivery, within bounds of its
     * own; empty if there was none. Nothing is thrown by design.
     */
    List<Delivery> finish(ProvisionReport report);

    /** The name of the place, for messages. Never blank and free of secrets. */
    default String destination() {
        return "provision sink";
    }

    /** Whether it delivers anything at all: a sink that does not misses nothing either. */
    default boolean listens() {
        return true;
    }

    /** Where the place promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }

    /** Whether what it is told leaves the machine of whoever runs this: then it passes the {@link ResidencyGate}. */
    default boolean leavesTheMachine() {
        return true;
    }
}
