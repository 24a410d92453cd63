package dev.drift.github.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules as GitHub takes them. */
class CronTextTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 */6 * * *",
                "0 2,14 * * *",
                "0 2 * * 1,3,5",
                "*/15 * * * *",
                "0 0 1 * *",
                "30 1 * * 0",
                "5-20/5 8-18 * * 1-5",
                "@daily",
                "@hourly"
            })
    void tickAsTheStaggeredScheduleDoes(String written) {
        Schedule schedule = Schedule.parse(written);
        for (String name : List.of("drift-detection-prod", "drift-detection-qa", "a", "b")) {
            Schedule expected = schedule.staggeredFor(name);
            Schedule actual = Schedule.parse(CronText.of(schedule, name).fields());
            Random random = new Random(42);
            for (int round = 0; round < 20; round++) {
                Instant from = START.plusSeconds(random.nextInt(30_000_000));
                assertThat(actual.next(from)).isEqualTo(expected.next(from));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"50 2 * * *,50 2 * * *", "0/10 2 * * *,'9,19,29,39,49,59 2 * * *'", "1 1 * * 5-7,'0,5,6'"})
    void stayInTheirHourAndOnTheirDay(String written, String expected) {
        assertThat(CronText.of(Schedule.parse(written.replace("0/10", "0-59/10")), "drift-detection-prod-x")
                        .fields())
                .satisfiesAnyOf(
                        fields -> assertThat(fields).isEqualTo(expected),
                        fields -> assertThat(fields).endsWith(expected.substring(expected.indexOf(' ') + 1)));
    }

    @Test
    void aZoneStandsBesideTheFields() {
        CronText text = CronText.of(Schedule.parse("CRON_TZ=Europe/Berlin 30 1 * * *"), "prod");

        assertThat(text.lines()).contains("    timezone: \"Europe/Berlin\"\n").doesNotContain("CRON_TZ");
        assertThat(CronText.of(Schedule.parse("CRON_TZ=UTC 30 1 * * *"), "prod").lines())
                .doesNotContain("timezone");
    }
}
