package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules against another implementation of the same thing, over years and zones. */
class ScheduleOracleTest {

    private static final CronDefinition UNIX = CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX);
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
    private static final List<String> MONTHS = List.of("JAN", "feb", "Mar", "APR", "JUN", "oct", "DEC");
    private static final List<String> DAYS = List.of("MON", "tue", "Wed", "THU", "FRI", "sat");

    @RepeatedTest(400)
    void ticksWhenTheOracleDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = expression(random);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Schedule schedule = Schedule.parse("CRON_TZ=" + zone + " " + text);
        ExecutionTime oracle = ExecutionTime.forCron(new CronParser(UNIX).parse(text));
        for (int asked = 0; asked < 25; asked++) {
            Instant at = moment(random);
            Instant next = schedule.next(at);
            Instant previous = schedule.previous(at);
            if (isFarFromChanges(zone, at, next) && isFarFromChanges(zone, previous, at)) {
                assertThat(next).as("%s after %s", schedule, at).isEqualTo(next(oracle, at.atZone(zone)));
                assertThat(previous).as("%s before %s", schedule, at).isEqualTo(previous(oracle, at.atZone(zone)));
            }
        }
    }

    /**
     * Where the clock changes only the forms are compared that the oracle treats the same in both directions of its search, and
     * only zones that change by a whole hour: elsewhere it takes a time that exists for one that does not.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 2 * * *",
                "*/30 * * * *",
                "*/20 * * * *",
                "0 */2 * * *",
                "45 1 * * *",
                "17 * * * *",
                "0 4 * * *",
                "15 3 * * SUN"
            })
    void ticksWhenTheOracleDoesWhileTheClockChanges(String text) {
        for (String name : List.of("Europe/Berlin", "America/New_York", "America/Santiago")) {
            ZoneId zone = ZoneId.of(name);
            Schedule schedule = Schedule.parse("CRON_TZ=" + name + " " + text);
            ExecutionTime oracle = ExecutionTime.forCron(new CronParser(UNIX).parse(text));
            for (int year = 2020; year < 2032; year++) {
                Instant changes = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
                for (ZoneOffsetTransition change = zone.getRules().nextTransition(changes);
                        change != null && change.getDateTimeBefore().getYear() == year;
                        change = zone.getRules().nextTransition(change.getInstant())) {
                    Instant at = change.getInstant().minus(Duration.ofHours(30));
                    while (at.isBefore(change.getInstant().plus(Duration.ofHours(30)))) {
                        Instant next = schedule.next(at);
                        assertThat(next)
                                .as("%s in %s after %s", text, zone, at)
                                .isEqualTo(next(oracle, at.atZone(zone)));
                        at = next;
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"})
    void understandsMacrosAsTheOracleDoes(String macro) {
        CronDefinition withMacros = CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withStrictRange()
                .and()
                .withHours()
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .withStrictRange()
                .and()
                .withMonth()
                .withStrictRange()
                .and()
                .withDayOfWeek()
                .withValidRange(0, 7)
                .withMondayDoWValue(1)
                .withIntMapping(7, 0)
                .and()
                .withSupportedNicknameHourly()
                .withSupportedNicknameDaily()
                .withSupportedNicknameMidnight()
                .withSupportedNicknameWeekly()
                .withSupportedNicknameMonthly()
                .withSupportedNicknameYearly()
                .withSupportedNicknameAnnually()
                .instance();
        ExecutionTime oracle = ExecutionTime.forCron(new CronParser(withMacros).parse(macro));
        Schedule schedule = Schedule.parse(macro);
        Instant at = Instant.parse("2026-11-23T11:42:28Z");
        for (int tick = 0; tick < 20; tick++) {
            assertThat(schedule.next(at)).isEqualTo(next(oracle, at.atZone(ZoneId.of("UTC"))));
            at = schedule.next(at);
        }
    }

    private static Instant next(ExecutionTime oracle, ZonedDateTime after) {
        return oracle.nextExecution(after).map(ZonedDateTime::toInstant).orElseThrow();
    }

    private static Instant previous(ExecutionTime oracle, ZonedDateTime before) {
        return oracle.lastExecution(before).map(ZonedDateTime::toInstant).orElseThrow();
    }

    private static boolean isFarFromChanges(ZoneId zone, Instant from, Instant to) {
        Optional<ZoneOffsetTransition> change =
                Optional.ofNullable(zone.getRules().nextTransition(from.minus(Duration.ofDays(1))));
        return change.filter(next -> next.getInstant().isBefore(to.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    private static Instant moment(Random random) {
        long from = Instant.parse("2019-01-01T00:00:00Z").getEpochSecond();
        return Instant.ofEpochSecond(
                from + random.nextInt((int) Duration.ofDays(365 * 20).toSeconds()));
    }

    private static String expression(Random random) {
        return String.join(
                " ",
                field(random, 0, 59, List.of()),
                field(random, 0, 23, List.of()),
                field(random, 1, 28, List.of()),
                field(random, 1, 12, MONTHS),
                field(random, 0, 6, DAYS));
    }

    private static String field(Random random, int least, int most, List<String> names) {
        return IntStream.rangeClosed(0, random.nextInt(3) == 0 ? random.nextInt(3) : 0)
                .mapToObj(element -> element(random, least, most, names))
                .collect(Collectors.joining(","));
    }

    private static String element(Random random, int least, int most, List<String> names) {
        int from = least + random.nextInt(most - least + 1);
        int to = from + random.nextInt(most - from + 1);
        return switch (random.nextInt(names.isEmpty() ? 6 : 7)) {
            case 0, 1 -> "*";
            case 2 -> String.valueOf(from);
            case 3 -> from + "-" + to;
            case 4 -> "*/" + (2 + random.nextInt(most - 2));
            case 5 -> from + "-" + to + "/" + (2 + random.nextInt(most - 2));
            default -> names.get(random.nextInt(names.size()));
        };
    }
}
