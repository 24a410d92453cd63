package dev.drift.cli.alert;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertPage;
import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.estate.Residency;
import dev.drift.render.Harmless;
import java.util.Map;
import java.util.Optional;

/**
 * A channel of Slack, by an incoming webhook, in blocks. Words of strangers stand in code, with the three signs escaped that Slack
 * reads mentions and links by, and nothing is turned into a link: {@code <!channel>} in the name of a stack reaches nobody.
 */
final class SlackSender implements AlertSender {

    private static final int MOST_TEXT = 2800;
    private static final int MOST_TITLE = 150;

    private final Receiver receiver;
    private final Optional<Residency> promised;

    SlackSender(Secret address, Optional<Residency> promised) {
        this.receiver = new Receiver("Slack", address, false);
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
        String title = Harmless.shortened(Harmless.line(alert.title()), MOST_TITLE);
        String lines = String.join("\n", new AlertPage(SlackSender::code, MOST_TEXT).lines(alert));
        receiver.post(
                Json.text(Json.object(
                        "text",
                        escaped(title),
                        "unfurl_links",
                        false,
                        "blocks",
                        Json.list(
                                Json.object(
                                        "type",
                                        "header",
                                        "text",
                                        Json.object("type", "plain_text", "text", title, "emoji", false)),
                                Json.object(
                                        "type",
                                        "section",
                                        "text",
                                        Json.object("type", "mrkdwn", "verbatim", true, "text", lines))))),
                Map.of());
    }

    private static String code(String words) {
        return "`" + escaped(words.replace('`', '\'')) + "`";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
