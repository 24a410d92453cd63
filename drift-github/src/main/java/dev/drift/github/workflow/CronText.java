package dev.drift.github.workflow;

import dev.drift.estate.Schedule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A schedule as GitHub takes it: five fields of numbers, in UTC unless a zone stands beside it. GitHub is late, or does not come
 * at all, where everybody is due; so the minutes are staggered.
 */
record CronText(String fields, String zone) {

    private static final Map<String, String> MACROS = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");
    private static final String SUNDAY = "7";

    static CronText of(Schedule schedule, String name) {
        String written = schedule.toString().replaceFirst("(?i)^(CRON_)?TZ=\\S+\\s+", "");
        String[] fields =
                MACROS.getOrDefault(written.toLowerCase(Locale.ROOT), written).split("\\s+");
        long delay = schedule.staggeredFor(name).delay().toMinutes();
        fields[0] = staggered(fields[0], fields[1].equals("*"), (int) delay);
        fields[4] = fields[4].contains(SUNDAY) && fields[4].matches("[0-9,/*-]+")
                ? listed(minutesOf(fields[4], 7).map(day -> day % 7).sorted())
                : fields[4];
        String zone = schedule.zone().normalized().equals(ZoneOffset.UTC)
                ? ""
                : schedule.zone().getId();
        return new CronText(String.join(" ", fields), zone);
    }

    /** The lines below {@code on:}. */
    String lines() {
        return "schedule:\n  - cron: \"" + fields + "\"\n" + (zone.isEmpty() ? "" : "    timezone: \"" + zone + "\"\n");
    }

    /** Later by so many minutes, or by as many as the hour still has; a schedule of every hour goes round. */
    private static String staggered(String field, boolean everyHour, int delay) {
        List<Integer> minutes = minutesOf(field, 59).toList();
        int last = minutes.get(minutes.size() - 1);
        int later = everyHour || last + delay < 60 ? delay : minutes.contains(0) ? 59 - last : 0;
        return listed(minutes.stream().map(minute -> (minute + later) % 60).sorted());
    }

    private static Stream<Integer> minutesOf(String field, int most) {
        return Stream.of(field.split(","))
                .flatMap(part -> range(part, most).boxed())
                .distinct()
                .sorted();
    }

    private static IntStream range(String part, int most) {
        String[] stepped = part.split("/", -1);
        String[] ends = stepped[0].equals("*") ? new String[] {"0", "" + most} : stepped[0].split("-", -1);
        int first = Integer.parseInt(ends[0]);
        int last = ends.length > 1 ? Integer.parseInt(ends[1]) : stepped.length > 1 ? most : first;
        int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
        return IntStream.iterate(first, value -> value <= last, value -> value + step);
    }

    private static String listed(Stream<Integer> values) {
        return values.distinct().map(String::valueOf).collect(Collectors.joining(","));
    }
}
