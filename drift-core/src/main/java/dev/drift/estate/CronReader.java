package dev.drift.estate;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Nearest;
import dev.drift.config.Problems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a cron expression, noting everything that is wrong with it and at which column. */
final class CronReader {

    private static final String WHERE = "schedule:";
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern ZONE = Pattern.compile("(?:CRON_)?TZ=.*");
    private static final Map<String, String> MACROS = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private final List<MatchResult> words;
    private final Problems problems = new Problems();
    private ZoneId zone = ZoneOffset.UTC;

    CronReader(String text) {
        this.words = new ArrayList<>(WORD.matcher(text).results().toList());
    }

    /** Where the times are meant; known once the expression is read. */
    ZoneId zone() {
        return zone;
    }

    /**
     * The fields.
     *
     * @throws InvalidConfigException with every problem
     */
    Cron cron() {
        if (!words.isEmpty() && ZONE.matcher(words.get(0).group()).matches()) {
            readZone(words.remove(0));
        }
        if (words.size() == 1 && words.get(0).group().startsWith("@")) {
            return macro(words.get(0));
        }
        CronKind[] kinds = CronKind.values();
        if (words.size() != kinds.length) {
            problems.add(WHERE + column(), "A schedule has five fields, not " + words.size() + hint());
            throw new InvalidConfigException(problems.all());
        }
        List<CronField> fields = new ArrayList<>();
        for (CronKind kind : kinds) {
            fields.add(new CronFieldReader(kind, words.get(fields.size()), problems).field());
        }
        problems.throwIfAny();
        Cron cron = new Cron(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
        if (!cron.isPossible()) {
            problems.add(WHERE + (words.get(2).start() + 1), "It never ticks: no such month has such a day");
        }
        problems.throwIfAny();
        return cron;
    }

    private int column() {
        return words.isEmpty() ? 1 : words.get(0).start() + 1;
    }

    private String hint() {
        return words.size() == 6 || words.size() == 7
                ? ": seconds and years are not part of it"
                : ": minute, hour, day of the month, month, day of the week";
    }

    private void readZone(MatchResult word) {
        String name = word.group().substring(word.group().indexOf('=') + 1);
        try {
            zone = ZoneId.of(name);
        } catch (DateTimeException unknown) {
            int column = word.start() + word.group().indexOf('=') + 2;
            problems.add(
                    WHERE + column,
                    "\"" + name + "\" is no time zone" + Nearest.question(name, ZoneId.getAvailableZoneIds()));
        }
    }

    private Cron macro(MatchResult word) {
        String fields = MACROS.get(word.group().toLowerCase(Locale.ROOT));
        if (fields == null) {
            problems.add(
                    WHERE + (word.start() + 1),
                    "\"" + word.group() + "\" is no macro" + Nearest.question(word.group(), MACROS.keySet()));
        }
        problems.throwIfAny();
        return new CronReader(String.valueOf(fields)).cron();
    }
}
