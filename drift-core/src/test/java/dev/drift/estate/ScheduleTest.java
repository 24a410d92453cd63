package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0 */6 * * *, 2026-11-23T18:00:00Z, 2026-11-23T06:00:00Z",
        "'0 2,14 * * *', 2026-11-23T14:00:00Z, 2026-11-23T02:00:00Z",
        "'0 2 * * 1,3,5', 2026-11-25T02:00:00Z, 2026-11-23T02:00:00Z",
        "0 0 13 * 5, 2026-11-27T00:00:00Z, 2026-11-20T00:00:00Z",
        "0 0 29 2 *, 2028-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "0 12 * * *, 2026-11-24T12:00:00Z, 2026-11-22T12:00:00Z",
        "CRON_TZ=Europe/Berlin 0 13 * * *, 2026-11-24T12:00:00Z, 2026-11-22T12:00:00Z",
        "TZ=Asia/Kolkata 30 17 * * sun-mon, 2026-11-29T12:00:00Z, 2026-11-22T12:00:00Z",
        "0 0 * * fri-sun, 2026-11-27T00:00:00Z, 2026-11-22T00:00:00Z",
        "20/15 12 * * *, 2026-11-23T12:20:00Z, 2026-11-22T12:50:00Z"
    })
    void knowsTheTicksAroundAMoment(String text, Instant next, Instant previous) {
        Schedule schedule = Schedule.parse(text);

        assertThat(schedule.next(NOON)).isEqualTo(next);
        assertThat(schedule.previous(NOON)).isEqualTo(previous);
        assertThat(schedule).hasToString(text).isEqualTo(Schedule.parse(" " + text + " "));
    }

    @Test
    void reachesFromOneLeapDayToTheNextOverACenturyWithoutOne() {
        Schedule leap = Schedule.parse("0 0 29 2 *");

        assertThat(leap.next(Instant.parse("2096-03-01T00:00:00Z"))).isEqualTo("2104-02-29T00:00:00Z");
        assertThat(leap.previous(Instant.parse("2104-02-29T00:00:00Z"))).isEqualTo("2096-02-29T00:00:00Z");
    }

    @Test
    void leavesOutATimeThatTheClockSkips() {
        Schedule nightly = Schedule.parse("CRON_TZ=Europe/Berlin 30 2 * * *");

        assertThat(nightly.next(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-30T00:30:00Z");
        assertThat(nightly.previous(Instant.parse("2026-03-29T12:00:00Z"))).isEqualTo("2026-03-28T01:30:00Z");
    }

    @Test
    void ticksAtATimeThatStandsJustBehindWhatTheClockSkips() {
        Schedule nightly = Schedule.parse("CRON_TZ=Australia/Lord_Howe 30 2 * * *");

        assertThat(nightly.next(Instant.parse("2026-10-03T12:00:00Z"))).isEqualTo("2026-10-03T15:30:00Z");
    }

    @Test
    void ticksOnceAtATimeThatTheClockRepeats() {
        Schedule nightly = Schedule.parse("CRON_TZ=Europe/Berlin 30 2 * * *");

        assertThat(nightly.next(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(nightly.next(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(nightly.previous(Instant.parse("2026-10-26T00:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void goesOnThroughARepeatedHourIfItTicksInEveryHour() {
        Schedule often = Schedule.parse("CRON_TZ=Europe/Berlin */30 * * * *");
        Instant at = Instant.parse("2026-10-24T22:00:00Z");

        for (int tick = 0; tick < 12; tick++) {
            assertThat(often.next(at)).isEqualTo(at.plus(Duration.ofMinutes(30)));
            assertThat(often.previous(at.plus(Duration.ofMinutes(30)))).isEqualTo(at);
            at = at.plus(Duration.ofMinutes(30));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | schedule:1 | five fields, not 0",
                "0 0 * * | schedule:1 | five fields, not 4",
                "0 0 0 * * * | schedule:1 | seconds and years are not part of it",
                "60 * * * * | schedule:1 | The minute is 0 to 59, not 60",
                "0 24 * * * | schedule:3 | The hour is 0 to 23, not 24",
                "0 0 0 * * | schedule:5 | The day of the month is 1 to 31, not 0",
                "0 0 * 13 * | schedule:7 | The month is 1 to 12 or jan to dec, not 13",
                "0 0 * * 8 | schedule:9 | The day of the week is 0 to 7 or sun to sat, not 8",
                "0 0 * * mum | schedule:9 | not mum",
                "5,,7 * * * * | schedule:3 | \"\" is nothing for the minute",
                "0 22-2 * * * | schedule:3 | runs backwards",
                "*/0 * * * * | schedule:3 | A step of the minute is 1 to 59, not 0",
                "0 0 ? * * | schedule:5 | is nothing for the day of the month",
                "0 0 31 2 * | schedule:5 | never ticks",
                "CRON_TZ=Europe/Berlim 0 0 * * * | schedule:9 | did you mean Europe/Berlin",
                "@dayly | schedule:1 | did you mean @daily",
                "@reboot | schedule:1 | is no macro"
            })
    void saysWhatIsWrongAndWhere(String text, String where, String message) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOfSatisfying(InvalidConfigException.class, wrong -> {
            assertThat(wrong.problems()).hasSize(1);
            assertThat(wrong.problems().get(0).where()).isEqualTo(where);
            assertThat(wrong.problems().get(0).message()).contains(message);
        });
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Schedule.parse("60 x * 0 9"))
                .hasMessageContaining("schedule:1")
                .hasMessageContaining("schedule:4")
                .hasMessageContaining("schedule:8")
                .hasMessageContaining("schedule:10");
    }

    @Test
    void isStaggeredByAStableFewMinutesOffTheFullHour() {
        List<Schedule> staggered = IntStream.range(0, 200)
                .mapToObj(number -> Schedule.parse("50 */6 * * *").staggeredFor("cell " + number))
                .toList();

        assertThat(staggered).allSatisfy(schedule -> {
            assertThat(schedule.delay()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(14));
            Instant tick = schedule.next(NOON);
            assertThat(tick.getEpochSecond() % 3600).isNotZero();
            assertThat(schedule.previous(tick.plusSeconds(1))).isEqualTo(tick);
            assertThat(schedule.previous(tick)).isEqualTo(tick.minus(Duration.ofHours(6)));
            assertThat(tick.minus(schedule.delay())).isEqualTo("2026-11-23T12:50:00Z");
        });
        assertThat(staggered.stream().map(Schedule::delay).distinct()).hasSizeGreaterThan(9);
        assertThat(staggered.get(7)).isEqualTo(Schedule.parse("50 */6 * * *").staggeredFor("cell 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * * * *", "*/5 * * * *"})
    void isStaggeredEvenWhereNoMinuteIsFree(String text) {
        assertThat(Schedule.parse(text).staggeredFor("prod/eu-west-1").delay()).isPositive();
    }
}
