package dev.drift.aws.delivery;

import static java.util.Objects.requireNonNull;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertJson;
import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.estate.Residency;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bus of EventBridge, in its own region: one event from the source {@code drift} of the type {@code Drift alert}, whose detail is the
 * message as JSON. Rules may see an event twice. Needs {@code events:PutEvents}.
 */
public final class EventBusSender implements AlertSender {

    private static final int MOST_BYTES = 100_000;

    private final Arn bus;
    private final Reach reach;
    private final Optional<Residency> promised;

    private EventBusSender(Arn bus, Reach reach, Optional<Residency> promised) {
        this.bus = bus;
        this.reach = reach;
        this.promised = requireNonNull(promised, "promised is null");
    }

    /**
     * To a bus.
     *
     * @param arn its ARN
     * @param environment the variables of the process, which say as whom
     * @throws dev.drift.config.InvalidConfigException if it is none
     */
    public static EventBusSender to(Secret arn, Map<String, String> environment, Optional<Residency> promised) {
        return new EventBusSender(Arn.of("events", arn), new Reach(environment), promised);
    }

    @Override
    public String destination() {
        return "EventBridge in " + bus.region();
    }

    @Override
    public Optional<Residency> residency() {
        return promised;
    }

    @Override
    public void send(Alert alert) throws AlertException {
        Map<String, Value> entry = new LinkedHashMap<>();
        entry.put("Source", Value.of("drift"));
        entry.put("DetailType", Value.of("Drift alert"));
        entry.put("Detail", Value.of(AlertJson.write(alert, MOST_BYTES)));
        entry.put("EventBusName", Value.of(bus.text()));
        String answer = new SignedCall("events", bus.region(), reach)
                .post(
                        Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "AWSEvents.PutEvents"),
                        Json.write(Value.of(Map.of("Entries", Value.of(List.of(Value.of(entry)))))));
        if (!isTaken(answer)) {
            throw new AlertException(destination() + " did not take the event");
        }
    }

    /** A call that succeeds may still have refused what it brought. */
    private static boolean isTaken(String answer) {
        try {
            return Json.read(answer).field("FailedEntryCount").equals(Value.of(0));
        } catch (JsonException broken) {
            return false;
        }
    }

    @Override
    public String toString() {
        return destination();
    }
}
