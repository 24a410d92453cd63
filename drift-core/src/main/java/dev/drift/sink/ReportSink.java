package dev.drift.sink;

import dev.drift.estate.Residency;
import dev.drift.report.DriftReport;
import dev.drift.stack.Stack;
import java.util.Optional;

/**
 * Delivers a report somewhere. A sink is told of every run, also of those that found nothing. It may be called from several
 * threads, each with a report of its own.
 */
public interface ReportSink {

    /** The name of the place, for messages: {@code file report.json}. Never blank and free of secrets. */
    String destination();

    /**
     * Delivers the report as a whole, or nothing of it.
     *
     * @throws SinkException if it could not be delivered; nothing else is thrown by design
     */
    void deliver(DriftReport report) throws SinkException;

    /** Whether it wants to know of a stack at all: of one that it does not, nothing is kept from it. */
    default boolean takes(Stack stack) {
        return true;
    }

    /** Where the place promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }

    /** Whether what is delivered leaves the machine of whoever runs this: then it passes the {@link ResidencyGate}. */
    default boolean leavesTheMachine() {
        return true;
    }
}
