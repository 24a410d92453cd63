package dev.drift.sink;

import dev.drift.estate.Residency;
import dev.drift.preview.PreviewReport;
import java.util.Optional;

/**
 * Delivers a finished preview somewhere. A sink is told of every preview, also of those that show nothing and of those that were
 * refused. It may be called from several threads, each with a preview of its own.
 */
public interface PreviewSink {

    /** The name of the place, for messages: {@code GitHub comment}. Never blank and free of secrets. */
    String destination();

    /**
     * Delivers the preview as a whole, or nothing of it.
     *
     * @throws SinkException if it could not be delivered; nothing else is thrown by design
     */
    void deliver(PreviewReport preview) throws SinkException;

    /** Where the place promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }

    /** Whether what is delivered leaves the machine of whoever runs this: then it passes the {@link ResidencyGate}. */
    default boolean leavesTheMachine() {
        return true;
    }
}
