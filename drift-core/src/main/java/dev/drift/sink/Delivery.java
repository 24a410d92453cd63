package dev.drift.sink;

import static java.util.Objects.requireNonNull;

/** What became of a report on its way to one sink. */
public sealed interface Delivery {

    /** The name of the sink's place. */
    String destination();

    /** It arrived. */
    record Delivered(String destination) implements Delivery {
        public Delivered {
            requireNonNull(destination, "destination is null");
        }
    }

    /** It did not arrive, with the reason. */
    record Undelivered(String destination, String reason) implements Delivery {
        public Undelivered {
            requireNonNull(destination, "destination is null");
            requireNonNull(reason, "reason is null");
        }
    }
}
