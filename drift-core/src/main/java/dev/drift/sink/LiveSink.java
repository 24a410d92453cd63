package dev.drift.sink;

import dev.drift.detection.DetectionListener;
import dev.drift.estate.Residency;
import java.util.List;
import java.util.Optional;

/**
 * Delivers what happens to stacks while a run goes on. Like every listener it is told from several threads and returns quickly:
 * what takes time it does in the background, and what it cannot deliver changes no outcome. It serves one run at a time, and
 * any number of them one after the other.
 */
public interface LiveSink extends DetectionListener {

    /**
     * The run is over. Ends what was begun, waits for what is on its way within bounds of its own, and says what became of each
     * delivery; empty if there was none. Nothing is thrown by design.
     */
    List<Delivery> finish();

    /** The name of the place, for messages. Never blank and free of secrets. */
    default String destination() {
        return "live sink";
    }

    /** Whether it delivers anything at all: a sink that does not misses nothing either. */
    default boolean listens() {
        return true;
    }

    /** Where the place promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }
}
