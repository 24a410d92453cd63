package dev.drift.estate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The five fields, understood. */
record Cron(CronField minutes, CronField hours, CronField days, CronField months, CronField weekdays) {

    /** The ticks of a day, in order. */
    List<Instant> ticks(LocalDate day, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return instants(day, time -> existing(time, rules.getValidOffsets(time)));
    }

    /** As the ticks, but none is left out because the clock skips it: it falls on the end of what is skipped. */
    List<Instant> openings(LocalDate day, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return instants(day, time -> {
            List<ZoneOffset> offsets = rules.getValidOffsets(time);
            return offsets.isEmpty() ? Stream.of(rules.getTransition(time).getInstant()) : existing(time, offsets);
        });
    }

    /** Whether it ticks so many minutes after a full hour. */
    boolean ticksAtMinute(int minute) {
        return minutes.contains(minute);
    }

    /** Whether there is a day on which it ticks. */
    boolean isPossible() {
        return !weekdays.isAny()
                || months.values()
                        .anyMatch(month -> days.values()
                                .anyMatch(day -> day <= Month.of(month).maxLength()));
    }

    private List<Instant> instants(LocalDate day, Function<LocalDateTime, Stream<Instant>> of) {
        if (!fits(day)) {
            return List.of();
        }
        return hours.values()
                .boxed()
                .flatMap(hour -> minutes.values().mapToObj(minute -> day.atTime(hour, minute)))
                .flatMap(of)
                .sorted()
                .distinct()
                .toList();
    }

    private Stream<Instant> existing(LocalDateTime time, List<ZoneOffset> offsets) {
        return offsets.stream().limit(hours.isEvery() ? 2 : 1).map(time::toInstant);
    }

    private boolean fits(LocalDate day) {
        if (!months.contains(day.getMonthValue())) {
            return false;
        }
        boolean ofMonth = days.contains(day.getDayOfMonth());
        boolean ofWeek = weekdays.contains(day.getDayOfWeek().getValue() % 7);
        return (days.isAny() || weekdays.isAny()) ? (ofMonth && ofWeek) : (ofMonth || ofWeek);
    }
}
