package dev.drift.timetable;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ticks of one cell that nobody looked at it for in time. A tick in a closed maintenance window is none of them.
 *
 * @param cell which cell
 * @param cause why, as far as that is known
 * @param count how many ticks, at least one
 * @param first the earliest
 * @param last the latest
 */
public record MissedTicks(Cell cell, Cause cause, int count, Instant first, Instant last) {

    /** Why a tick was missed. */
    public enum Cause {
        /** It was run all the same, and too late. */
        LATE("run late"),
        /** Nothing was there to run it. */
        DOWN("not run, since nothing ran the schedule"),
        /** The run before was still going. */
        BUSY("not run, since the run before was still going"),
        /** No check of the cell is remembered that could have been its run. */
        UNRECORDED("without a check that is remembered");

        private final String meaning;

        Cause(String meaning) {
            this.meaning = meaning;
        }

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MissedTicks {
        requireNonNull(cell, "cell is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        if (count < 1 || last.isBefore(first) || (count == 1 && !last.equals(first))) {
            throw new IllegalArgumentException(count + " ticks from " + first + " to " + last);
        }
    }

    /** One tick of a cell. */
    static MissedTicks of(Cell cell, Cause cause, Instant tick) {
        return new MissedTicks(cell, cause, 1, tick, tick);
    }

    /** {@code prod/eu-west-1, 2 ticks from 2026-11-23T00:00:00Z to 2026-11-23T06:00:00Z not run, since …}. */
    @Override
    public String toString() {
        String when = count == 1 ? "the tick of " + first : count + " ticks from " + first + " to " + last;
        return cell + ", " + when + " " + cause.meaning;
    }

    /** As a report holds it. */
    public Value toValue() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("cell", Value.of(cell.toString()));
        fields.put("environment", orNull(cell.environment().map(Environment::name)));
        fields.put("region", orNull(cell.region().map(Region::name)));
        fields.put("cause", Value.of(cause.word()));
        fields.put("count", Value.of(count));
        fields.put("first", Value.of(first.toString()));
        fields.put("last", Value.of(last.toString()));
        return Value.of(fields);
    }

    /**
     * What a report holds, read back.
     *
     * @throws IllegalArgumentException if that is something else
     */
    public static MissedTicks of(Value value) {
        try {
            return new MissedTicks(
                    new Cell(
                            value.field("environment").text().map(Environment::new),
                            value.field("region").text().map(Region::new)),
                    cause(text(value, "cause")),
                    count(value.field("count")),
                    Instant.parse(text(value, "first")),
                    Instant.parse(text(value, "last")));
        } catch (DateTimeException noMoment) {
            throw new IllegalArgumentException("missed ticks happen at moments", noMoment);
        }
    }

    private static Cause cause(String word) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no cause of a missed tick"));
    }

    private static int count(Value value) {
        try {
            return value instanceof Value.Decimal number ? number.value().intValueExact() : 0;
        } catch (ArithmeticException tooMany) {
            throw new IllegalArgumentException("missed ticks are counted in whole numbers", tooMany);
        }
    }

    private static String text(Value value, String field) {
        return value.field(field)
                .text()
                .orElseThrow(() -> new IllegalArgumentException("missed ticks without " + field));
    }

    private static Value orNull(Optional<String> text) {
        return text.map(Value::of).orElse(Value.ofNull());
    }
}
