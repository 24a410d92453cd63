package dev.drift.github.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal says about the limits of GitHub: {@code Retry-After}, else the time at which the primary limit starts anew,
 * else a minute, which is what GitHub asks for after a secondary limit. What the time is, GitHub's own clock says.
 */
final class Limit {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private Limit() {}

    /** How long to leave GitHub alone; empty if the refusal is none of too many requests. */
    static Optional<Duration> of(Response response, String explanation) {
        int status = response.code();
        if (status != 403 && status != 429) {
            return Optional.empty();
        }
        Headers headers = response.headers();
        Instant now = date(headers.get("Date")).orElseGet(Instant::now);
        Optional<Duration> asked = retryAfter(headers.get("Retry-After"), now);
        if (asked.isPresent()) {
            return asked;
        }
        if ("0".equals(headers.get("x-ratelimit-remaining"))) {
            return Optional.of(reset(headers.get("x-ratelimit-reset"), now).orElse(MINUTE));
        }
        boolean secondary = headers.get("gh-limited-by") != null
                || explanation.toLowerCase(Locale.ROOT).contains("secondary rate");
        return status == 429 || secondary ? Optional.of(MINUTE) : Optional.empty();
    }

    private static Optional<Duration> retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        return header.strip().matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())))
                : date(header).map(moment -> notNegative(Duration.between(now, moment)));
    }

    /** Seconds since 1970, and one more so that it is over. */
    private static Optional<Duration> reset(@Nullable String header, Instant now) {
        return header != null && header.matches("\\d{1,11}")
                ? Optional.of(notNegative(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(header) + 1))))
                : Optional.empty();
    }

    private static Optional<Instant> date(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
