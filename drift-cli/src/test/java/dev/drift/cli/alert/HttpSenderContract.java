package dev.drift.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.alert.AlertException;
import dev.drift.testing.AlertSenderContract;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every sender by HTTP keeps besides. */
abstract class HttpSenderContract extends AlertSenderContract {

    protected FakeReceiver receiver;

    /** Whether being told twice is being told once at this receiver. */
    protected abstract boolean isRepeatable();

    @BeforeEach
    void open() throws IOException {
        receiver = new FakeReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Override
    protected List<String> received() {
        return receiver.taken();
    }

    @Override
    protected void refuse() {
        receiver.answering(403);
    }

    @Override
    protected String secret() {
        return FakeReceiver.SECRET;
    }

    @Test
    void aReceiverThatWantsToBeLeftAloneIsToldLater() throws Exception {
        receiver.answering(429, 429, 202);

        sender().send(alert(1, "x"));

        assertThat(receiver.taken()).hasSize(1);
    }

    @Test
    void aReceiverThatStaysBusyIsGivenUp() {
        receiver.answering(429);

        assertThatThrownBy(() -> sender().send(alert(1, "x")))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("429");
        assertThat(receiver.asked()).isEqualTo(3);
    }

    @Test
    void aFailureIsRepeatedOnlyWhereTwiceIsOnce() {
        receiver.answering(500);

        assertThatThrownBy(() -> sender().send(alert(1, "x"))).isInstanceOf(AlertException.class);
        assertThat(receiver.asked()).isEqualTo(isRepeatable() ? 3 : 1);
    }

    @Test
    void nobodyIsSentElsewhere() {
        receiver.answering(302);

        assertThatThrownBy(() -> sender().send(alert(1, "x")))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("302");
    }

    @Test
    void aReceiverThatIsGoneIsSaidSo() throws Exception {
        sender();
        receiver.close();

        assertThatThrownBy(() -> sender().send(alert(1, "x")))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("cannot be reached");
    }

    /** The message that came of words of strangers. */
    protected Value hostile() throws Exception {
        sender().send(alert(1, HOSTILE));
        return Json.read(receiver.taken().get(0));
    }
}
