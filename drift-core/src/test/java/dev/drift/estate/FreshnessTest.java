package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"6h, 7h", "72h, 73h", "30m, 35m", "12h, 13h"})
    void isOverdueWhenTheObjectiveAndTheTimeOfACheckHavePassedAndNotBefore(String objective, String age) {
        Freshness freshness = new Freshness(Duration.parse("PT" + objective));
        Instant then = NOON.minus(Duration.parse("PT" + age));

        assertThat(freshness.isOverdue(Optional.of(then), NOON)).isFalse();
        assertThat(freshness.isOverdue(Optional.of(then.minusNanos(1)), NOON)).isTrue();
        assertThat(freshness.isOverdue(Optional.empty(), NOON)).isTrue();
    }

    @Test
    void checkThatLiesFurtherAheadThanClocksDifferKeepsNothingFresh() {
        Freshness freshness = new Freshness(Duration.ofHours(6));
        Instant ahead = NOON.plus(Duration.ofHours(1));

        assertThat(freshness.isOverdue(Optional.of(ahead), NOON)).isFalse();
        assertThat(freshness.isOverdue(Optional.of(ahead.plusNanos(1)), NOON)).isTrue();
    }

    @Test
    void saysItsObjectiveAsPeopleWriteIt() {
        assertThat(new Freshness(Duration.ofDays(3))).hasToString("72h");
        assertThat(new Freshness(Duration.ofMinutes(90))).hasToString("90m");
        assertThat(new Freshness(Duration.ofSeconds(61))).hasToString("61s");
        assertThatIllegalArgumentException().isThrownBy(() -> new Freshness(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Freshness(Duration.ofDays(367)));
    }

    @Test
    void lettersOfAResidencyAreFewAndSmall() {
        assertThat(new Residency("EU")).isEqualTo(new Residency("eu")).hasToString("eu");
        assertThatIllegalArgumentException().isThrownBy(() -> new Residency("e u"));
    }

    @Test
    void whatIsBoundGoesOnlyWhereTheSameIsPromised() {
        Optional<Residency> eu = Optional.of(new Residency("eu"));
        Optional<Residency> us = Optional.of(new Residency("us"));

        assertThat(Residency.permits(eu, eu)).isTrue();
        assertThat(Residency.permits(eu, us)).isFalse();
        assertThat(Residency.permits(eu, Optional.empty())).isFalse();
        assertThat(Residency.permits(Optional.empty(), us)).isTrue();
        assertThat(Residency.permits(Optional.empty(), Optional.empty())).isTrue();
    }
}
