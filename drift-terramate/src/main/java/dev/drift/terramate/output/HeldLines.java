package dev.drift.terramate.output;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The lines that the tools of one stack print, on their way out. What a tool says of its progress passes at once; whatever may
 * hold a value waits until it is known which values are secret. Safe for use by several threads.
 */
public final class HeldLines {

    private static final int MOST = 4096;

    private final Consumer<String> out;
    private final List<String> held = new ArrayList<>();
    private int lost;

    /** Lines that go there, one at a time, once they may. */
    public HeldLines(Consumer<String> out) {
        this.out = requireNonNull(out, "out is null");
    }

    /** One line that was printed. */
    public synchronized void add(String line) {
        ToolLine.progress(line).ifPresentOrElse(out, () -> addOther(line));
    }

    /** Lets go of what waits, with the secrets in it hidden. */
    public synchronized void release(UnaryOperator<String> hiding) {
        held.forEach(line -> out.accept(hiding.apply(line)));
        held.clear();
        leaveOut(lost, "too many wait until it is known which values are secret");
    }

    /** Says how much never left. */
    public synchronized void close() {
        leaveOut(lost + held.size(), "nothing tells which values in them are secret");
    }

    private void leaveOut(int lines, String reason) {
        held.clear();
        lost = 0;
        if (lines > 0) {
            out.accept("[drift] " + lines + (lines == 1 ? " line is" : " lines are") + " left out: " + reason);
        }
    }

    /** In order: behind a line that waits even a sentence does. */
    private void addOther(String line) {
        if (held.isEmpty() && lost == 0 && ToolLine.isSentence(line)) {
            out.accept(line);
        } else if (held.size() < MOST) {
            held.add(line);
        } else {
            lost++;
        }
    }
}
