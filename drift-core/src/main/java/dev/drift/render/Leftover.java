package dev.drift.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a list holds beyond another one, repetitions counted. */
final class Leftover {

    private Leftover() {}

    /** The items of the first list that the second does not match, in the order of the first. */
    static <T> List<T> of(List<T> items, List<T> others) {
        Map<T, Integer> unmatched = new HashMap<>();
        others.forEach(other -> unmatched.merge(other, 1, Integer::sum));
        List<T> left = new ArrayList<>();
        for (T item : items) {
            if (unmatched.merge(item, -1, Integer::sum) < 0) {
                left.add(item);
            }
        }
        return left;
    }
}
