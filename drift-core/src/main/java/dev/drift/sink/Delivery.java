package dev.drift.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import java.util.List;

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

    /**
     * It did not arrive.
     *
     * @param reason why, for whoever runs this
     * @param named the cells that the reason names because their facts are bound elsewhere; none for all other reasons
     */
    record Undelivered(String destination, String reason, List<Cell> named) implements Delivery {
        public Undelivered {
            requireNonNull(destination, "destination is null");
            requireNonNull(reason, "reason is null");
            named = List.copyOf(named);
        }

        /** For a reason that nothing is bound by. */
        public Undelivered(String destination, String reason) {
            this(destination, reason, List.of());
        }
    }
}
