package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertPage;
import dev.drift.alert.AlertSender;
import dev.drift.config.Secret;
import dev.drift.estate.Residency;
import dev.drift.render.Harmless;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A topic of SNS, in its own region: subject and text. Topics may tell their subscribers twice, and so may this after a lost answer; a
 * FIFO topic does not. Needs {@code sns:Publish}.
 */
public final class TopicSender implements AlertSender {

    private static final int MOST_SUBJECT = 99;
    private static final int MOST_TEXT = 60_000;

    private final Arn topic;
    private final Reach reach;
    private final Optional<Residency> promised;

    private TopicSender(Arn topic, Reach reach, Optional<Residency> promised) {
        this.topic = topic;
        this.reach = reach;
        this.promised = requireNonNull(promised, "promised is null");
    }

    /**
     * To a topic.
     *
     * @param arn its ARN
     * @param environment the variables of the process, which say as whom
     * @throws dev.drift.config.InvalidConfigException if it is none
     */
    public static TopicSender to(Secret arn, Map<String, String> environment, Optional<Residency> promised) {
        return new TopicSender(Arn.of("sns", arn), new Reach(environment), promised);
    }

    @Override
    public String destination() {
        return "SNS in " + topic.region();
    }

    @Override
    public Optional<Residency> residency() {
        return promised;
    }

    @Override
    public void send(Alert alert) throws AlertException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", "Publish");
        form.put("Version", "2010-03-31");
        form.put("TopicArn", topic.text());
        form.put("Subject", subject(alert));
        form.put(
                "Message",
                Harmless.line(alert.title()) + "\n\n"
                        + String.join("\n", new AlertPage(words -> words, MOST_TEXT).lines(alert)));
        if (topic.text().endsWith(".fifo")) {
            form.put("MessageGroupId", Integer.toHexString(alert.key().hashCode()));
            form.put(
                    "MessageDeduplicationId",
                    Integer.toHexString(alert.key().hashCode()) + "-"
                            + alert.run().id());
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        new SignedCall("sns", topic.region(), reach)
                .post(Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), body);
    }

    /** A subject is short and ASCII. */
    private static String subject(Alert alert) {
        String title = "Drift " + Harmless.line(alert.title()).replaceAll("[^ -~]", "?");
        return title.length() > MOST_SUBJECT ? title.substring(0, MOST_SUBJECT) : title;
    }

    @Override
    public String toString() {
        return destination();
    }
}
