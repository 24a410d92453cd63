package dev.drift.cli.alert;

import dev.drift.alert.AlertSender;
import dev.drift.aws.delivery.EventBusSender;
import dev.drift.aws.delivery.TopicSender;
import dev.drift.config.Secret;
import dev.drift.estate.Residency;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By what somebody is told. */
public enum AlertChannel {
    /** An incoming webhook of Slack; the secret is its address. */
    SLACK {
        @Override
        public AlertSender sender(Secret secret, Optional<Residency> residency, Map<String, String> environment) {
            return new SlackSender(secret, residency);
        }
    },
    /** A webhook of Workflows in Teams; the secret is its address. */
    TEAMS {
        @Override
        public AlertSender sender(Secret secret, Optional<Residency> residency, Map<String, String> environment) {
            return new TeamsSender(secret, residency);
        }
    },
    /** A service of PagerDuty; the secret is its routing key. {@code DRIFT_PAGERDUTY_URL} says where events go, if not as usual. */
    PAGERDUTY {
        @Override
        public AlertSender sender(Secret secret, Optional<Residency> residency, Map<String, String> environment) {
            return new PagerDutySender(
                    environment.getOrDefault("DRIFT_PAGERDUTY_URL", PagerDutySender.USUAL), secret, residency);
        }
    },
    /** Whoever takes JSON; the secret is the address, with the signing key behind a {@code #}. */
    WEBHOOK {
        @Override
        public AlertSender sender(Secret secret, Optional<Residency> residency, Map<String, String> environment) {
            return new WebhookSender(secret, residency);
        }
    },
    /** A topic of SNS; the secret is its ARN. */
    SNS {
        @Override
        public AlertSender sender(Secret secret, Optional<Residency> residency, Map<String, String> environment) {
            return TopicSender.to(secret, environment, residency);
        }
    },
    /** A bus of EventBridge; the secret is its ARN. */
    EVENTBRIDGE {
        @Override
        public AlertSender sender(Secret secret, Optional<Residency> residency, Map<String, String> environment) {
            return EventBusSender.to(secret, environment, residency);
        }
    };

    /**
     * The sender to whom the secret leads.
     *
     * @param secret the address or the key of the receiver
     * @param residency where the receiver promises to keep what it is told
     * @param environment the variables of the process
     * @throws dev.drift.config.InvalidConfigException if the secret leads nowhere; it is not quoted
     */
    public abstract AlertSender sender(Secret secret, Optional<Residency> residency, Map<String, String> environment);

    /** The word for it in {@code drift.yaml} and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that word, if there is one. */
    public static Optional<AlertChannel> named(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }
}
