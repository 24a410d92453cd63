package dev.drift.cli;

import dev.drift.detection.StackEvent;
import dev.drift.render.Harmless;
import dev.drift.stack.Stack;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One line at the bottom of a terminal: how many stacks are done, what became of them, which are looked at now. */
final class ProgressLine implements Progress {

    private static final String CLEARED = "\r\u001b[K";

    private final Surroundings surroundings;
    private final Set<Stack> running = new LinkedHashSet<>();
    private int expected;
    private int done;
    private final Wording wording;
    private final Map<String, Integer> worthAWord = new TreeMap<>();

    ProgressLine(Surroundings surroundings, Wording wording) {
        this.surroundings = surroundings;
        this.wording = wording;
    }

    @Override
    public synchronized void expect(int stacks) {
        expected = stacks;
        show();
    }

    @Override
    public synchronized void on(StackEvent event) {
        if (event instanceof StackEvent.Awaited) {
            expected++;
        } else if (event instanceof StackEvent.Started started) {
            running.add(started.stack());
        } else if (event instanceof StackEvent.Judged judged) {
            running.remove(judged.stack());
            done++;
            String word = wording.of(judged.check());
            if (!wording.isUsual(word)) {
                worthAWord.merge(word, 1, Integer::sum);
            }
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
        StringBuilder counts = new StringBuilder("[" + done + "/" + expected + "]");
        worthAWord.forEach(
                (word, count) -> counts.append(' ').append(count).append(' ').append(word));
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
