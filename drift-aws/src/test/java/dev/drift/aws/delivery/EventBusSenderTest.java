package dev.drift.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.alert.AlertException;
import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.testing.AlertSenderContract;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventBusSenderTest extends AlertSenderContract {

    private static final String BUS = "arn:aws:events:eu-west-1:111111111111:event-bus/drift";

    private FakeService service;

    @BeforeEach
    void open() throws IOException {
        service = new FakeService().answering(200, "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}");
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Override
    protected AlertSender sender() {
        return EventBusSender.to(Secret.of(BUS), service.environment(), Optional.empty());
    }

    @Override
    protected List<String> received() {
        return service.taken();
    }

    @Override
    protected void refuse() {
        service.answering(400, "{\"__type\":\"AccessDeniedException\"}");
    }

    @Override
    protected String secret() {
        return "secret-of-the-environment";
    }

    @Test
    void tellsTheBusInItsOwnRegionByOneEvent() throws Exception {
        sender().send(alert(2, "x"));

        Value entries = Json.read(service.taken().get(0)).field("Entries");
        Value detail = Json.read(entries.items().get(0).field("Detail").text().orElseThrow());
        assertThat(entries.items()).hasSize(1);
        assertThat(entries.items().get(0).field("EventBusName")).isEqualTo(Value.of(BUS));
        assertThat(detail.field("items").items()).hasSize(2);
        assertThat(service.lastAuthorization()).contains("/eu-west-1/events/aws4_request");
    }

    @Test
    void anEventThatWasRefusedInACallThatSucceededWasNotTaken() {
        service.answering(200, "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"InternalFailure\"}]}");

        assertThatThrownBy(() -> sender().send(alert(1, "x")))
                .isInstanceOf(AlertException.class)
                .hasMessage("EventBridge in eu-west-1 did not take the event");
    }
}
