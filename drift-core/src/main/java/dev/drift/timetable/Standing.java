package dev.drift.timetable;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far the schedule of a cell was followed: all that has to outlive the process that follows it. A tick whose run was cut
 * short is still due, so nothing else needs to be known of runs that began.
 *
 * @param due every tick before this moment is done with
 * @param untold missed ticks that no report has told yet, the earliest first
 */
public record Standing(Instant due, List<MissedTicks> untold) {

    /** More than this is no use to anybody, and a cell may fail for months. */
    private static final int MOST_UNTOLD = 50;

    private static final int VERSION = 1;

    public Standing {
        requireNonNull(due, "due is null");
        untold = List.copyOf(untold.subList(Math.max(0, untold.size() - MOST_UNTOLD), untold.size()));
    }

    /** With nothing to tell. */
    public static Standing at(Instant due) {
        return new Standing(due, List.of());
    }

    /** The same, with more to tell. */
    public Standing and(List<MissedTicks> more) {
        return new Standing(due, Stream.concat(untold.stream(), more.stream()).toList());
    }

    /** One line of JSON. */
    public String toJson() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("version", Value.of(VERSION));
        fields.put("due", Value.of(due.toString()));
        fields.put("untold", Value.of(untold.stream().map(MissedTicks::toValue).toList()));
        return Json.write(Value.of(fields));
    }

    /**
     * What {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Standing read(String text) {
        try {
            Value standing = Json.read(text);
            if (!standing.field("version").equals(Value.of(VERSION))) {
                throw new IllegalArgumentException("it is of another version");
            }
            return new Standing(
                    Instant.parse(standing.field("due").text().orElse("")),
                    standing.field("untold").items().stream()
                            .map(MissedTicks::of)
                            .toList());
        } catch (JsonException | DateTimeException damaged) {
            throw new IllegalArgumentException("it is damaged", damaged);
        }
    }
}
