package dev.drift.cli.doctor;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Whether AWS can be reached, and agrees on what time it is: requests whose time is five minutes off are refused.
 *
 * @param sts the address of the service that hands out credentials
 * @param clock ours
 */
public record ClockExamination(URI sts, Clock clock) {

    /** The finding that AWS does not answer. */
    public static final String UNREACHABLE = "unreachable-aws";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration TOLERATED = Duration.ofMinutes(4);

    public ClockExamination {
        requireNonNull(sts, "sts is null");
        requireNonNull(clock, "clock is null");
    }

    /** Asks once, and waits five seconds at most. */
    public List<Finding> findings() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(sts).timeout(PATIENCE).GET().build();
            HttpResponse<Void> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("date").map(this::compared).orElse(List.of());
        } catch (IOException unreachable) {
            return List.of(new Finding(
                    UNREACHABLE,
                    sts.getHost() + " does not answer, so no role can be taken",
                    "Look at network, proxy and AWS_REGION; --offline leaves this out"));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Finding> compared(String date) {
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration apart = Duration.between(theirs, clock.instant()).abs();
            return apart.compareTo(TOLERATED) <= 0
                    ? List.of()
                    : List.of(new Finding(
                            "clock-skew",
                            "The clock of this machine is " + apart.toMinutes() + " minutes off, and AWS refuses five",
                            "Set the clock, or let NTP do it"));
        } catch (DateTimeException unreadable) {
            return List.of();
        }
    }
}
