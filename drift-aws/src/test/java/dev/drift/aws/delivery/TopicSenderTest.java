package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.alert.AlertSender;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Secret;
import dev.drift.testing.AlertSenderContract;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicSenderTest extends AlertSenderContract {

    private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:drift";

    private FakeService service;

    @BeforeEach
    void open() throws IOException {
        service = new FakeService();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Override
    protected AlertSender sender() {
        return to(TOPIC);
    }

    @Override
    protected List<String> received() {
        return service.taken().stream()
                .map(form -> URLDecoder.decode(form, UTF_8))
                .toList();
    }

    @Override
    protected void refuse() {
        service.answering(403, "<ErrorResponse><Error><Code>AuthorizationError</Code></Error></ErrorResponse>");
    }

    @Override
    protected String secret() {
        return "secret-of-the-environment";
    }

    @Test
    void tellsTheTopicInItsOwnRegion() throws Exception {
        sender().send(alert(1, "x"));

        assertThat(service.lastAuthorization()).contains("Credential=AKIDEXAMPLE/", "/eu-central-1/sns/aws4_request");
        assertThat(received().get(0))
                .contains("Action=Publish", "TopicArn=" + TOPIC, "Subject=Drift acme/infra: 1 new");
    }

    @Test
    void aQueueInOrderIsToldOnce() throws Exception {
        to(TOPIC + ".fifo").send(alert(1, "x"));

        assertThat(received().get(0)).contains("&MessageGroupId=", "&MessageDeduplicationId=");
    }

    @Test
    void refusesWhatIsNoTopic() {
        assertThatThrownBy(() -> to("arn:aws:sqs:eu-central-1:111111111111:drift"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageNotContaining("111111111111");
    }

    private AlertSender to(String topic) {
        return TopicSender.to(Secret.of(topic), Map.copyOf(service.environment()), Optional.empty());
    }
}
