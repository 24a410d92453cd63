package dev.drift.alert;

import dev.drift.estate.Residency;
import java.util.Optional;

/** Hands messages to one receiver. Safe for use by several threads. */
public interface AlertSender {

    /** The name of the receiver, for messages. Never blank, on one line and free of secrets. */
    String destination();

    /**
     * Sends one message, within bounded time. It is repeated only where the receiver is told once all the same, or where it was
     * not told at all.
     *
     * @throws AlertException if the receiver did not take it
     */
    void send(Alert alert) throws AlertException;

    /** Where it promises to keep what it is told; empty if it promises nothing. */
    default Optional<Residency> residency() {
        return Optional.empty();
    }
}
