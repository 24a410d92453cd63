package dev.drift.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which item of one list stands for which item of another. */
final class Alignment {

    private final List<Value> before;
    private final List<Value> after;

    Alignment(List<Value> before, List<Value> after) {
        this.before = before;
        this.after = after;
    }

    /** Takes one item of each list, or of one only, and the position it has in the later list that has it. */
    @FunctionalInterface
    interface Visitor {
        void visit(int position, Optional<Value> old, Optional<Value> now);
    }

    /** Visits the items that are not the same in both lists. */
    void forEach(Visitor visitor) {
        int start = commonStart();
        int end = commonEnd(start);
        int oldEnd = before.size() - end;
        int nowEnd = after.size() - end;
        if (oldEnd == nowEnd) {
            run(start, oldEnd, start, nowEnd, visitor);
            return;
        }
        Map<Value, Deque<Integer>> places = places(start, nowEnd);
        int old = start;
        int now = start;
        for (int at = start; at < oldEnd; at++) {
            Deque<Integer> candidates = places.getOrDefault(before.get(at), new ArrayDeque<>());
            while (!candidates.isEmpty() && candidates.peek() < now) {
                candidates.remove();
            }
            if (!candidates.isEmpty()) {
                int anchor = candidates.remove();
                run(old, at, now, anchor, visitor);
                old = at + 1;
                now = anchor + 1;
            }
        }
        run(old, oldEnd, now, nowEnd, visitor);
    }

    private void run(int old, int oldEnd, int now, int nowEnd, Visitor visitor) {
        int both = Math.min(oldEnd - old, nowEnd - now);
        for (int at = 0; at < both; at++) {
            visitor.visit(now + at, Optional.of(before.get(old + at)), Optional.of(after.get(now + at)));
        }
        for (int at = old + both; at < oldEnd; at++) {
            visitor.visit(at, Optional.of(before.get(at)), Optional.empty());
        }
        for (int at = now + both; at < nowEnd; at++) {
            visitor.visit(at, Optional.empty(), Optional.of(after.get(at)));
        }
    }

    private int commonStart() {
        int most = Math.min(before.size(), after.size());
        int start = 0;
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        return start;
    }

    private int commonEnd(int start) {
        int most = Math.min(before.size(), after.size()) - start;
        int end = 0;
        while (end < most && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return end;
    }

    private Map<Value, Deque<Integer>> places(int start, int end) {
        Map<Value, Deque<Integer>> places = new HashMap<>();
        for (int at = start; at < end; at++) {
            places.computeIfAbsent(after.get(at), key -> new ArrayDeque<>()).add(at);
        }
        return places;
    }
}
