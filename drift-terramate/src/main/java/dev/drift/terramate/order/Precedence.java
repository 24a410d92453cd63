package dev.drift.terramate.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of some things stands before which other. */
final class Precedence<T extends Comparable<T>> {

    private final Map<T, SortedSet<T>> followers = new TreeMap<>();
    private final Map<T, SortedSet<T>> leaders = new TreeMap<>();

    /** Adds a thing that may stand anywhere. */
    void add(T thing) {
        of(followers, thing);
        of(leaders, thing);
    }

    /** Notes that one stands before the other. */
    void add(T first, T second) {
        add(first);
        add(second);
        of(followers, first).add(second);
        of(leaders, second).add(first);
    }

    /**
     * Everything that is on no cycle and behind none, in order: those that nothing leads, sorted, then what each of them
     * sets free, sorted among itself and put at the end.
     */
    List<T> order() {
        Map<T, Integer> open = new TreeMap<>();
        Deque<T> free = new ArrayDeque<>();
        leaders.forEach((thing, before) -> {
            open.put(thing, before.size());
            if (before.isEmpty()) {
                free.add(thing);
            }
        });
        List<T> order = new ArrayList<>();
        while (!free.isEmpty()) {
            T next = free.remove();
            order.add(next);
            for (T follower : of(followers, next)) {
                if (open.merge(follower, -1, Integer::sum) == 0) {
                    free.add(follower);
                }
            }
        }
        return order;
    }

    /** What stands right before a thing. */
    Set<T> before(T thing) {
        return Set.copyOf(of(leaders, thing));
    }

    /** A shortest way to state why not everything can be ordered: things of which each stands before the next. */
    Optional<List<T>> cycle() {
        Set<T> stuck = new TreeSet<>(leaders.keySet());
        // Of a longer list the set would ask for each of its own whether it is in there.
        order().forEach(stuck::remove);
        return stuck.stream()
                .flatMap(start -> wayBack(start, stuck).stream())
                .min(Comparator.comparingInt(List<T>::size));
    }

    private Optional<List<T>> wayBack(T start, Set<T> stuck) {
        Map<T, T> reachedFrom = new LinkedHashMap<>();
        Deque<T> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            T here = waiting.remove();
            for (T next : of(followers, here)) {
                if (next.equals(start)) {
                    return Optional.of(way(start, here, reachedFrom));
                }
                if (stuck.contains(next) && reachedFrom.putIfAbsent(next, here) == null) {
                    waiting.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private List<T> way(T start, T end, Map<T, T> reachedFrom) {
        List<T> way = new ArrayList<>(List.of(end));
        for (T here = end; !here.equals(start); ) {
            here = reachedFrom.getOrDefault(here, start);
            way.add(0, here);
        }
        return way;
    }

    private static <T> SortedSet<T> of(Map<T, SortedSet<T>> neighbours, T thing) {
        return neighbours.computeIfAbsent(thing, unused -> new TreeSet<>());
    }
}
