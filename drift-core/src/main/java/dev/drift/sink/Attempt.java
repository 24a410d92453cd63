package dev.drift.sink;

import static java.util.Objects.requireNonNullElse;

/** One attempt to deliver something. Whatever it throws concerns nobody else. */
@FunctionalInterface
interface Attempt {

    /** Delivers, or says why not. */
    void deliver() throws SinkException;

    /** What became of it. */
    default Delivery at(String destination) {
        try {
            deliver();
            return new Delivery.Delivered(destination);
        } catch (SinkException refused) {
            return new Delivery.Undelivered(destination, requireNonNullElse(refused.getMessage(), "no reason given"));
        } catch (RuntimeException | Error broken) {
            return new Delivery.Undelivered(
                    destination, "the sink broke: " + broken.getClass().getName());
        }
    }
}
