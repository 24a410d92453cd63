package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * One line that a tool printed.
 *
 * @param number its number in its channel, from 1
 * @param printed when
 * @param channel where
 * @param text the line without its end
 */
public record LogLine(long number, Instant printed, LogChannel channel, String text) {

    /** How many lines one request takes. */
    public static final int MOST_AT_ONCE = 256;

    public LogLine {
        requireNonNull(printed, "printed is null");
        requireNonNull(channel, "channel is null");
        if (number < 1) {
            throw new IllegalArgumentException("Lines are counted from 1: " + number);
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A line has no line end in it");
        }
    }

    /** The lines as they are written into requests. */
    public static Value json(List<LogLine> lines) {
        if (lines.isEmpty() || lines.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("A request takes 1 to " + MOST_AT_ONCE + " lines, not " + lines.size());
        }
        return Value.of(lines.stream().map(LogLine::json).toList());
    }

    private Value json() {
        return FieldWriter.object()
                .with("log_line", number)
                .with("timestamp", printed)
                .with("channel", channel.word())
                .with("message", Value.of(text))
                .value();
    }
}
