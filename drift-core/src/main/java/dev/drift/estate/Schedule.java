package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When something is due: the five fields of POSIX cron (minute, hour, day of the month, month, day of the week), in UTC unless
 * {@code CRON_TZ=ZONE} stands before them. Lists, ranges, steps, the names of months and days, 7 for Sunday and macros such as
 * {@code @daily} are understood. Where both kinds of day are restricted a day counts that fits either.
 *
 * <p>A local time that the clock skips does not tick. One that the clock repeats ticks at its first occurrence only, unless the
 * schedule ticks in every hour: then it goes on ticking as time does.
 */
public final class Schedule {

    /** The leap day is the rarest there is: eight years lie between two of them around the year 2100. */
    private static final int FARTHEST_DAYS = 8 * 366;

    private static final int LONGEST_DELAY = 14;

    private final String text;
    private final Cron cron;
    private final ZoneId zone;
    private final Duration delay;

    private Schedule(String text, Cron cron, ZoneId zone, Duration delay) {
        this.text = text;
        this.cron = cron;
        this.zone = zone;
        this.delay = delay;
    }

    /**
     * The schedule that the text writes.
     *
     * @throws InvalidConfigException with everything that is wrong with it, each at {@code schedule:COLUMN}, counted from 1
     */
    public static Schedule parse(String text) {
        CronReader reader = new CronReader(requireNonNull(text, "text is null"));
        Cron cron = reader.cron();
        return new Schedule(text.strip(), cron, reader.zone(), Duration.ZERO);
    }

    /**
     * The same, a few whole minutes later: one to fourteen, always as many for the same name. Where everybody is due at the full
     * hour nobody is served in time; so no tick falls on a full hour, as far as the schedule leaves a choice.
     */
    public Schedule staggeredFor(String name) {
        int first = Math.floorMod((name.hashCode() * 0x9E3779B9) >>> 7, LONGEST_DELAY);
        for (int tried = 0; tried < LONGEST_DELAY; tried++) {
            int minutes = 1 + (first + tried) % LONGEST_DELAY;
            if (!cron.ticksAtMinute(60 - minutes)) {
                return new Schedule(text, cron, zone, Duration.ofMinutes(minutes));
            }
        }
        return new Schedule(text, cron, zone, Duration.ofMinutes(1 + first));
    }

    /** The first tick after the moment. */
    public Instant next(Instant after) {
        Instant since = after.minus(delay);
        LocalDate first = since.atZone(zone).toLocalDate();
        for (int days = 0; days <= FARTHEST_DAYS; days++) {
            Optional<Instant> tick =
                    ticks(first.plusDays(days)).stream().filter(since::isBefore).findFirst();
            if (tick.isPresent()) {
                return tick.get().plus(delay);
            }
        }
        throw new IllegalStateException("No tick after " + after + ": " + this);
    }

    /** The last tick before the moment. */
    public Instant previous(Instant before) {
        return last(before, this::ticks);
    }

    /** Every tick from the one moment on until the other, both included, in order. Takes as long as there are days between. */
    public List<Instant> ticks(Instant from, Instant until) {
        LocalDate first = from.minus(delay).atZone(zone).toLocalDate();
        LocalDate last = until.minus(delay).atZone(zone).toLocalDate();
        return first.datesUntil((last.isBefore(first) ? first : last).plusDays(1))
                .flatMap(day -> ticks(day).stream())
                .map(tick -> tick.plus(delay))
                .filter(tick -> !tick.isBefore(from) && !tick.isAfter(until))
                .toList();
    }

    /** The last opening at or before the moment: as a tick, but one that the clock skips comes when the clock has skipped it. */
    Instant opening(Instant at) {
        return last(at.plusNanos(1), day -> cron.openings(day, zone));
    }

    /** How much later than written it ticks. */
    public Duration delay() {
        return delay;
    }

    /** The zone its times are meant in. */
    public ZoneId zone() {
        return zone;
    }

    private Instant last(Instant before, Function<LocalDate, List<Instant>> ofDay) {
        Instant until = before.minus(delay);
        LocalDate last = until.atZone(zone).toLocalDate();
        for (int days = 0; days <= FARTHEST_DAYS; days++) {
            Optional<Instant> tick = ofDay.apply(last.minusDays(days)).stream()
                    .filter(until::isAfter)
                    .reduce((earlier, later) -> later);
            if (tick.isPresent()) {
                return tick.get().plus(delay);
            }
        }
        throw new IllegalStateException("No tick before " + before + ": " + this);
    }

    private List<Instant> ticks(LocalDate day) {
        return cron.ticks(day, zone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule schedule && schedule.text.equals(text) && schedule.delay.equals(delay);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
