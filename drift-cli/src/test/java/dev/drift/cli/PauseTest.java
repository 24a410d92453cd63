package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T06:00:00Z"));
    private final Pause pause = new Pause(clock);

    @Test
    void lastsAMinuteAfterWorkThatIsQuick() {
        assertThat(pause.isOver()).isTrue();
        assertThat(pause.after(() -> "done")).isEqualTo("done");

        assertThat(pause.isOver()).isFalse();
        pass(Duration.ofSeconds(59));
        assertThat(pause.isOver()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(pause.isOver()).isTrue();
    }

    @Test
    void keepsWorkThatTakesLongToATwentiethOfTheTimeAlsoWhereItBreaks() {
        assertThatThrownBy(() -> pause.after(() -> {
                    pass(Duration.ofSeconds(30));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        pass(Duration.ofSeconds(599));
        assertThat(pause.isOver()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(pause.isOver()).isTrue();
    }

    @Test
    void isOverWhereTheClockIsSetBack() {
        pause.after(() -> "done");
        pass(Duration.ofHours(-1));

        assertThat(pause.isOver()).isTrue();
    }

    private void pass(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }
}
