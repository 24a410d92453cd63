package dev.drift.cli.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertJson;
import dev.drift.alert.AlertSender;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Secret;
import dev.drift.estate.Residency;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whoever takes JSON. What stands behind the {@code #} of the address is a key that both sides know: it is never sent, and signs the
 * message, so that the receiver knows who it is from. The header {@code X-Drift-Delivery} is the same where a message comes twice.
 */
final class WebhookSender implements AlertSender {

    private static final int MOST_BYTES = 128 * 1024;

    private final Receiver receiver;
    private final Optional<Residency> promised;

    WebhookSender(Secret address, Optional<Residency> promised) {
        this.receiver = new Receiver("webhook", address, true);
        this.promised = promised;
        if (receiver.fragment().isEmpty()) {
            throw InvalidConfigException.of(
                    Problem.of("The address of a webhook ends in # and the key that its messages are signed with"));
        }
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
        String json = AlertJson.write(alert, MOST_BYTES);
        String delivery = HexFormat.of().formatHex(signature(alert.run().id() + "\n" + alert.route()), 0, 16);
        receiver.post(
                json,
                Map.of(
                        "X-Drift-Signature-256",
                        "sha256=" + HexFormat.of().formatHex(signature(json)),
                        "X-Drift-Delivery",
                        delivery));
    }

    private byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(receiver.fragment().getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
        }
    }
}
