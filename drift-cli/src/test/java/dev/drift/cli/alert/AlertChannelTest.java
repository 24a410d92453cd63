package dev.drift.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.estate.Residency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertChannelTest {

    @ParameterizedTest
    @CsvSource({
        "slack, https://hooks.example/x, Slack",
        "teams, https://hooks.example/x, Teams",
        "pagerduty, R0UT1NGKEY, PagerDuty",
        "webhook, https://hooks.example/x#key, webhook",
        "sns, arn:aws:sns:eu-central-1:111111111111:drift, SNS in eu-central-1",
        "eventbridge, arn:aws:events:eu-west-1:111111111111:event-bus/drift, EventBridge in eu-west-1"
    })
    void everyChannelHasASenderThatPromisesWhatItsRoutePromises(String word, String secret, String destination) {
        Optional<Residency> eu = Optional.of(new Residency("eu"));

        AlertSender sender = AlertChannel.named(word).orElseThrow().sender(Secret.of(secret), eu, Map.of());

        assertThat(sender.destination()).isEqualTo(destination);
        assertThat(sender.residency()).isEqualTo(eu);
    }
}
