package dev.drift.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagerDutySenderTest extends HttpSenderContract {

    @Override
    protected AlertSender sender() {
        return new PagerDutySender(receiver.url(), Secret.of("R0UT1NGKEY"), Optional.empty());
    }

    @Override
    protected boolean isRepeatable() {
        return true;
    }

    @Test
    void whatIsOpenedIsClosedByTheSameKey() throws Exception {
        sender().send(alert(1, "x"));
        sender().send(over());

        Value opened = Json.read(receiver.taken().get(0));
        Value closed = Json.read(receiver.taken().get(1));
        assertThat(opened.field("event_action")).isEqualTo(Value.of("trigger"));
        assertThat(opened.field("routing_key")).isEqualTo(Value.of("R0UT1NGKEY"));
        assertThat(opened.field("dedup_key")).isEqualTo(Value.of("drift/acme/infra/eu-oncall"));
        assertThat(opened.field("payload").field("severity")).isEqualTo(Value.of("error"));
        assertThat(closed.field("event_action")).isEqualTo(Value.of("resolve"));
        assertThat(closed.field("dedup_key")).isEqualTo(opened.field("dedup_key"));
    }
}
