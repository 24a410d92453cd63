package dev.drift.terramate.cloud.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wait that a {@code Retry-After} header asks for (RFC 9110, 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /** Seconds or a date; empty if there is no header or it is neither. */
    static Optional<Duration> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        return text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : until(text);
    }

    private static Optional<Duration> until(String date) {
        try {
            Instant moment = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), moment);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
