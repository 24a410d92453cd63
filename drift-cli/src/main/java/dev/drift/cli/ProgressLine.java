package dev.drift.cli;

import dev.drift.detection.StackEvent;
import dev.drift.render.Harmless;
import dev.drift.report.Verdict;
import dev.drift.stack.Stack;
import java.util.LinkedHashSet;
import java.util.Set;

/** One line at the bottom of a terminal: how many stacks are done, what became of them, which are looked at now. */
final class ProgressLine implements Progress {

    private static final String CLEARED = "\r\u001b[K";

    private final Surroundings surroundings;
    private final Set<Stack> running = new LinkedHashSet<>();
    private int expected;
    private int done;
    private int drifted;
    private int unknown;

    ProgressLine(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public synchronized void expect(int stacks) {
        expected = stacks;
        show();
    }

    @Override
    public synchronized void on(StackEvent event) {
        if (event instanceof StackEvent.Started started) {
            running.add(started.stack());
        } else if (event instanceof StackEvent.Judged judged) {
            running.remove(judged.stack());
            done++;
            Verdict verdict = ProgressLog.verdict(judged.check());
            drifted += verdict == Verdict.DRIFTED ? 1 : 0;
            unknown += verdict == Verdict.UNKNOWN ? 1 : 0;
        } else {
            return;
        }
        show();
    }

    @Override
    public synchronized void close() {
        surroundings.err().print(CLEARED);
        surroundings.err().flush();
    }

    private void show() {
        String counts = "[" + done + "/" + expected + "]"
                + (drifted > 0 ? " " + drifted + " drifted" : "")
                + (unknown > 0 ? " " + unknown + " unknown" : "");
        String now = running.stream()
                .findFirst()
                .map(first -> "  " + Harmless.line(first.path().toString())
                        + (running.size() > 1 ? " and " + (running.size() - 1) + " more" : ""))
                .orElse("");
        int width = Math.max(20, surroundings.terminal().width() - 1);
        surroundings.err().print(CLEARED + Harmless.shortened(counts + now, width));
        surroundings.err().flush();
    }
}
