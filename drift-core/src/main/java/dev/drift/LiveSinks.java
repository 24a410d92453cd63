package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.detection.DetectionListener;
import dev.drift.detection.StackEvent;
import dev.drift.estate.Residency;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The live sinks of a run, behind the gate. What happens at one changes nothing for another. */
final class LiveSinks {

    private final List<Guarded> sinks;

    LiveSinks(List<LiveSink> sinks, ResidencyGate gate) {
        this.sinks = sinks.stream()
                .map(sink -> new Guarded(sink, gate, ConcurrentHashMap.newKeySet()))
                .toList();
    }

    /** Sinks that may be told everything. */
    LiveSinks(List<LiveSink> sinks) {
        this(sinks, ResidencyGate.OPEN);
    }

    /** A sink that is told what it may be told, and what it was not. */
    private record Guarded(LiveSink sink, ResidencyGate gate, Set<Stack> withheld) implements DetectionListener {

        private Guarded {
            requireNonNull(gate, "gate is null");
        }

        @Override
        public void on(StackEvent event) {
            if (gate.lets(event.stack(), place())) {
                sink.on(event);
            } else if (sink.listens()) {
                withheld.add(event.stack());
            }
        }

        private Optional<Residency> place() {
            return gate.promised(sink.destination(), sink.residency());
        }

        private Stream<Delivery> finish() {
            List<Stack> all = List.copyOf(withheld);
            withheld.clear();
            return Stream.concat(
                    finished(sink).stream(), gate.withheld(all.stream(), sink.destination(), place()).stream());
        }
    }

    /** Tells the listener of the run, then every sink. */
    DetectionListener and(DetectionListener listener) {
        return DetectionListener.all(
                Stream.concat(Stream.of(listener), sinks.stream()).toList());
    }

    /** What became of their deliveries, sink by sink. */
    List<Delivery> finish() {
        return sinks.stream().flatMap(Guarded::finish).toList();
    }

    private static List<Delivery> finished(LiveSink sink) {
        try {
            return sink.finish();
        } catch (RuntimeException | Error broken) {
            return List.of(new Delivery.Undelivered(
                    sink.destination(), "the sink broke: " + broken.getClass().getName()));
        }
    }
}
