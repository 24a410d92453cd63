package dev.drift.terramate.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a tool printed, bounded: its first lines, which tell what went wrong, and its last, which tell how it ended. Safe for
 * use by several threads.
 */
public final class Transcript {

    /** How many lines of the beginning, and how many of the end, are kept. */
    public static final int KEPT = 200;

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();

    /** The lines kept, in order. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>(first);
        lines.addAll(last);
        return List.copyOf(lines);
    }

    synchronized void add(String line) {
        if (first.size() < KEPT) {
            first.add(line);
            return;
        }
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(line);
    }
}
