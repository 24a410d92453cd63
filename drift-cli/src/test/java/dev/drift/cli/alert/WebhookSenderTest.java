package dev.drift.cli.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.alert.AlertSender;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Secret;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookSenderTest extends HttpSenderContract {

    @Override
    protected AlertSender sender() {
        return new WebhookSender(Secret.of(receiver.url() + "#signing-key"), Optional.empty());
    }

    @Override
    protected boolean isRepeatable() {
        return true;
    }

    @Test
    void theReceiverCanTellWhoItIsFrom() throws Exception {
        sender().send(alert(1, "x"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("signing-key".getBytes(UTF_8), "HmacSHA256"));
        String expected =
                HexFormat.of().formatHex(mac.doFinal(receiver.taken().get(0).getBytes(UTF_8)));

        assertThat(receiver.lastHeaders()).containsEntry("x-drift-signature-256", "sha256=" + expected);
        assertThat(receiver.lastHeaders().values()).noneMatch(value -> value.contains("signing-key"));
    }

    @Test
    void theSameMessageHasTheSameName() throws Exception {
        sender().send(alert(1, "x"));
        String first = receiver.lastHeaders().get("x-drift-delivery");
        sender().send(alert(1, "x"));
        assertThat(receiver.lastHeaders()).containsEntry("x-drift-delivery", first);
        sender().send(over());
        assertThat(receiver.lastHeaders().get("x-drift-delivery")).isNotEqualTo(first);
    }

    @Test
    void saysWhatProgramsNeed() throws Exception {
        sender().send(alert(2, "x"));
        Value message = Json.read(receiver.taken().get(0));

        assertThat(message.field("version")).isEqualTo(Value.of(1));
        assertThat(message.field("open")).isEqualTo(Value.of(2));
        assertThat(message.field("severity")).isEqualTo(Value.of("high"));
        assertThat(message.field("items").items()).hasSize(2);
        assertThat(message.field("items_left_out")).isEqualTo(Value.of(0));
    }

    @Test
    void refusesAnAddressThatLeadsNowhereWithoutQuotingIt() {
        for (String address : new String[] {
            "http://hooks.example/" + FakeReceiver.SECRET + "#key",
            "ftp://x/" + FakeReceiver.SECRET,
            FakeReceiver.SECRET + " %",
            "https://hooks.example/" + FakeReceiver.SECRET
        }) {
            assertThatThrownBy(() -> new WebhookSender(Secret.of(address), Optional.empty()))
                    .isInstanceOf(InvalidConfigException.class)
                    .hasMessageNotContaining(FakeReceiver.SECRET);
        }
    }
}
