package dev.drift.testing;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver that keeps what it takes. */
public final class MemorySender implements AlertSender {

    private final List<Alert> sent = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";

    /** Refuses from now on, for that reason; for none, takes everything. */
    public MemorySender refusing(String reason) {
        refusal = reason;
        return this;
    }

    /** What was taken, in order. */
    public List<Alert> sent() {
        return List.copyOf(sent);
    }

    @Override
    public String destination() {
        return "memory";
    }

    @Override
    public void send(Alert alert) throws AlertException {
        if (!refusal.isEmpty()) {
            throw new AlertException(refusal);
        }
        sent.add(alert);
    }
}
