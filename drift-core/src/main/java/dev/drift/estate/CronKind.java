package dev.drift.estate;

import java.util.List;

/** Which field of a cron expression, with its bounds and the names that its values have. */
enum CronKind {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY("day of the month", 1, 31, ""),
    MONTH("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    /** Sunday is 0 and 7. */
    WEEKDAY("day of the week", 0, 7, "sun mon tue wed thu fri sat");

    private final String words;
    private final int least;
    private final int most;
    private final String names;

    CronKind(String words, int least, int most, String names) {
        this.words = words;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    @Override
    public String toString() {
        return words;
    }
}
