package dev.drift.cli.alert;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertPage;
import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.estate.Cell;
import dev.drift.estate.Residency;
import dev.drift.render.Harmless;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of PagerDuty, by version 2 of its Events API. There is one incident for each repository, route and cell: it is triggered as
 * long as anything of the cell is open, always by the same key, and resolved when nothing is. Whoever looks at another cell, and
 * remembers that one alone, leaves it as it is.
 */
final class PagerDutySender implements AlertSender {

    /** Where events go if nobody says; services of the EU region have another place. */
    static final String USUAL = "https://events.pagerduty.com/v2/enqueue";

    private static final int MOST_SUMMARY = 1024;
    private static final int MOST_KEY = 255;
    private static final int MOST_TEXT = 200_000;

    private final Receiver receiver;
    private final Secret routingKey;
    private final Optional<Residency> promised;

    PagerDutySender(String place, Secret routingKey, Optional<Residency> promised) {
        this.receiver = new Receiver("PagerDuty", Secret.of(place), true);
        this.routingKey = routingKey;
        this.promised = promised;
    }

    @Override
    public String destination() {
        return receiver.name();
    }

    @Override
    public Optional<Residency> residency() {
        return promised;
    }

    @Override
    public void send(Alert alert) throws AlertException {
        for (Cell cell : alert.cells()) {
            receiver.post(Json.text(event(alert.in(cell), cell)), Map.of());
        }
    }

    private Value event(Alert alert, Cell cell) {
        String key = Harmless.shortened(alert.key() + "/" + cell.toString().replace('/', '.'), MOST_KEY);
        return alert.open() == 0
                ? Json.object("routing_key", routingKey.reveal(), "event_action", "resolve", "dedup_key", key)
                : Json.object(
                        "routing_key",
                        routingKey.reveal(),
                        "event_action",
                        "trigger",
                        "dedup_key",
                        key,
                        "client",
                        "Drift",
                        "payload",
                        payload(alert, cell));
    }

    private static Value payload(Alert alert, Cell cell) {
        List<Value> lines = new AlertPage(words -> words, MOST_TEXT)
                .lines(alert).stream().<Value>map(line -> Value.of(line)).toList();
        return Json.object(
                "summary",
                Harmless.shortened(Harmless.line(alert.title() + " in " + cell), MOST_SUMMARY),
                "source",
                alert.run().from("repository").orElse("drift"),
                "severity",
                severity(alert),
                "timestamp",
                alert.run().finishedAt().toString(),
                "group",
                alert.route(),
                "class",
                "drift",
                "custom_details",
                Json.object("open", alert.open(), "run", alert.run().id(), "stacks", Json.list(lines)));
    }

    /** What is unknown is a warning. */
    private static String severity(Alert alert) {
        return alert.severity()
                .map(severity -> switch (severity) {
                    case CRITICAL -> "critical";
                    case HIGH -> "error";
                    case MEDIUM -> "warning";
                    case LOW -> "info";
                })
                .orElse("warning");
    }
}
