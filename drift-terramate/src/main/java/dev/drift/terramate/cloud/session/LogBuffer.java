package dev.drift.terramate.cloud.session;

import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.output.SafeText;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of one stack that wait to be sent. When there are too many, further ones are left out until there is room again, and
 * a line in their place says how many. Safe for use by several threads.
 */
final class LogBuffer {

    private static final int LONGEST_LINE = 8 * 1024;

    private final Deque<LogLine> waiting = new ArrayDeque<>();
    private final Map<LogChannel, Long> numbers = new EnumMap<>(LogChannel.class);
    private final Clock clock;
    private final int most;
    private long leftOut;

    LogBuffer(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** A line that was printed; one with line ends in it becomes several. */
    synchronized void add(LogChannel channel, String printed) {
        printed.lines().forEach(line -> addLine(channel, line));
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Takes the oldest lines out, as many as one request may hold. */
    synchronized List<LogLine> take() {
        List<LogLine> taken = new ArrayList<>();
        while (taken.size() < LogLine.MOST_AT_ONCE && !waiting.isEmpty()) {
            taken.add(waiting.remove());
        }
        if (waiting.isEmpty() && leftOut > 0 && taken.size() < LogLine.MOST_AT_ONCE) {
            taken.add(gap());
        }
        return taken;
    }

    synchronized void clear() {
        waiting.clear();
        leftOut = 0;
    }

    private void addLine(LogChannel channel, String line) {
        if (waiting.size() >= most) {
            leftOut++;
            return;
        }
        if (leftOut > 0) {
            waiting.add(gap());
        }
        String shown = SafeText.line(line);
        waiting.add(numbered(
                channel,
                shown.length() <= LONGEST_LINE
                        ? shown
                        : shown.substring(0, LONGEST_LINE) + " [drift: " + (shown.length() - LONGEST_LINE)
                                + " characters left out]"));
    }

    private LogLine gap() {
        String said = "[drift: " + leftOut + " lines left out, Terramate Cloud takes them too slowly]";
        leftOut = 0;
        return numbered(LogChannel.ERRORS, said);
    }

    private LogLine numbered(LogChannel channel, String text) {
        return new LogLine(numbers.merge(channel, 1L, Long::sum), clock.instant(), channel, text);
    }
}
