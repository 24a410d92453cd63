package dev.drift.terramate.cloud.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    @Test
    void isANumberOfSeconds() {
        assertThat(RetryAfter.of("7")).contains(Duration.ofSeconds(7));
    }

    @Test
    void isADate() {
        ZonedDateTime later = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1);

        assertThat(RetryAfter.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(later))
                        .orElseThrow())
                .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(RetryAfter.of("Wed, 21 Oct 2015 07:28:00 GMT")).contains(Duration.ZERO);
    }

    @Test
    void isNothingElse() {
        assertThat(RetryAfter.of(null)).isEmpty();
        assertThat(RetryAfter.of("soon")).isEmpty();
        assertThat(RetryAfter.of("-1")).isEmpty();
        assertThat(RetryAfter.of("99999999999")).isEmpty();
    }
}
