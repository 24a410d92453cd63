package dev.drift;

import dev.drift.detection.DetectionListener;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import java.util.List;
import java.util.stream.Stream;

/** The live sinks of a run. What happens at one changes nothing for another. */
record LiveSinks(List<LiveSink> sinks) {

    LiveSinks {
        sinks = List.copyOf(sinks);
    }

    /** Tells the listener of the run, then every sink. */
    DetectionListener and(DetectionListener listener) {
        return DetectionListener.all(
                Stream.concat(Stream.of(listener), sinks.stream()).toList());
    }

    /** What became of their deliveries, sink by sink. */
    List<Delivery> finish() {
        return sinks.stream().flatMap(sink -> finish(sink).stream()).toList();
    }

    private static List<Delivery> finish(LiveSink sink) {
        try {
            return sink.finish();
        } catch (RuntimeException | Error broken) {
            return List.of(new Delivery.Undelivered(
                    "live sink", "the sink broke: " + broken.getClass().getName()));
        }
    }
}
