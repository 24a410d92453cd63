package dev.drift.provision;

import dev.drift.sink.Delivery;
import java.util.List;

/** The sinks of a run. What happens at one changes nothing for another, and nothing for the run. */
record Sinks(List<ProvisionSink> all) {

    Sinks {
        all = List.copyOf(all);
    }

    void tell(ProvisionEvent event) {
        for (ProvisionSink sink : all) {
            try {
                sink.on(event);
            } catch (RuntimeException | Error broken) {
                // A sink that breaks misses events; the run goes on.
            }
        }
    }

    /** What became of their deliveries, sink by sink. */
    List<Delivery> finish(ProvisionReport report) {
        return all.stream().flatMap(sink -> finish(sink, report).stream()).toList();
    }

    private static List<Delivery> finish(ProvisionSink sink, ProvisionReport report) {
        try {
            return sink.finish(report);
        } catch (RuntimeException | Error broken) {
            return List.of(new Delivery.Undelivered(
                    "provision sink", "the sink broke: " + broken.getClass().getName()));
        }
    }
}
