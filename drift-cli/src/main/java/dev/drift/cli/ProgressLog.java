package dev.drift.cli;

import dev.drift.detection.StackCheck;
import dev.drift.detection.StackEvent;
import dev.drift.render.Harmless;
import dev.drift.stack.Stack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A line for each stack that is done. If wanted, with what its tools printed: line by line as it comes, each behind its stack's
 * path; or, in GitHub Actions, as a group behind the result, in which no line is taken for a command.
 */
final class ProgressLog implements Progress {

    private static final int MOST_LINES = 1_000;
    private static final int LONGEST_LINE = 2_000;

    private final Surroundings surroundings;
    private final Wording wording;
    private final boolean grouped;
    private final boolean outputs;
    private final Map<Stack, Deque<String>> kept = new HashMap<>();
    private int expected;
    private int done;

    ProgressLog(Surroundings surroundings, Wording wording, boolean grouped, boolean outputs) {
        this.surroundings = surroundings;
        this.wording = wording;
        this.grouped = grouped;
        this.outputs = outputs;
    }

    @Override
    public synchronized void expect(int stacks) {
        expected = stacks;
    }

    @Override
    public synchronized void on(StackEvent event) {
        if (event instanceof StackEvent.Output output && outputs) {
            printed(output.stack(), Harmless.shortened(Harmless.line(output.line()), LONGEST_LINE));
        } else if (event instanceof StackEvent.Awaited) {
            expected++;
        } else if (event instanceof StackEvent.Judged judged) {
            judged(judged.check());
        }
    }

    @Override
    public synchronized void close() {
        surroundings.err().flush();
    }

    private void printed(Stack stack, String line) {
        if (!grouped) {
            write(Harmless.line(stack.path().toString()) + " | " + line);
            return;
        }
        Deque<String> lines = kept.computeIfAbsent(stack, first -> new ArrayDeque<>());
        lines.addLast(line);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    private void judged(StackCheck check) {
        done++;
        String result = String.format(
                Locale.ROOT,
                "[%d/%d] %s: %s (%.1f s)",
                done,
                expected,
                Harmless.line(check.stack().path().toString()),
                wording.of(check),
                check.duration().toMillis() / 1000.0);
        Deque<String> lines = kept.remove(check.stack());
        if (lines == null) {
            write(result);
            return;
        }
        String fence = UUID.randomUUID().toString();
        write("::group::" + result);
        write("::stop-commands::" + fence);
        lines.forEach(this::write);
        write("::" + fence + "::");
        write("::endgroup::");
    }

    private void write(String line) {
        surroundings.err().print(line + "\n");
        surroundings.err().flush();
    }
}
