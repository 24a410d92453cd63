package dev.drift.cli.alert;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertPage;
import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.estate.Residency;
import dev.drift.render.Harmless;
import dev.drift.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A channel of Microsoft Teams, by a webhook of Workflows, as an Adaptive Card. All text stands in runs of rich text, in which Teams
 * reads no Markdown; without entities of its own no {@code <at>} in a card reaches anybody.
 */
final class TeamsSender implements AlertSender {

    private static final int MOST_TEXT = 9000;

    private final Receiver receiver;
    private final Optional<Residency> promised;

    TeamsSender(Secret address, Optional<Residency> promised) {
        this.receiver = new Receiver("Teams", address, false);
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
        Value title = block(Json.object(
                "type", "TextRun", "text", Harmless.line(alert.title()), "weight", "Bolder", "size", "Medium"));
        Value[] lines = new AlertPage(words -> words, MOST_TEXT)
                .lines(alert).stream()
                        .map(line -> block(Json.object("type", "TextRun", "text", line, "fontType", "Monospace")))
                        .toArray(Value[]::new);
        Value card = Json.object(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                Json.list(title, Json.object("type", "Container", "items", Json.list(lines))));
        receiver.post(
                Json.text(Json.object(
                        "type",
                        "message",
                        "attachments",
                        Json.list(Json.object(
                                "contentType", "application/vnd.microsoft.card.adaptive", "content", card)))),
                Map.of());
    }

    private static Value block(Value run) {
        return Json.object("type", "RichTextBlock", "inlines", Json.list(run));
    }
}
