package dev.drift.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which elements of a set became which. Equal elements drop out; then those belong together that differ only in how nothing
 * is written, then in what may be a default, then those with the same name, and at last the only two left, if they have half of it in common. What is
 * still alone was added or removed. The order of the elements never matters.
 */
final class Pairing {

    private static final List<String> NAMES =
            List.of("id", "name", "key", "rule_name", "policy_name", "device_name", "rule_no", "priority");

    private final List<Value> old;
    private final List<Value> now;
    private final List<Pair> pairs = new ArrayList<>();

    private Pairing(List<Value> old, List<Value> now) {
        this.old = old;
        this.now = now;
    }

    /** An element before and after; one of them is null if it was added or removed. */
    record Pair(Value before, Value after) {}

    /** The elements that are not the same in both sets. */
    static List<Pair> of(List<Value> before, List<Value> after) {
        Pairing pairing = new Pairing(without(before, after), without(after, before));
        pairing.pairBy(value -> Optional.of(Essence.of(value)));
        pairing.pairBy(value -> Optional.of(Essence.withoutDefaults(value)));
        pairing.naming().ifPresent(name -> pairing.pairBy(value -> Optional.of(value.field(name))));
        pairing.pairTheLastTwo();
        pairing.old.forEach(value -> pairing.pairs.add(new Pair(value, Value.ofNull())));
        pairing.now.forEach(value -> pairing.pairs.add(new Pair(Value.ofNull(), value)));
        return pairing.pairs;
    }

    /** The values that the others have not, as often as they have them not, in an order that depends on content alone. */
    private static List<Value> without(List<Value> values, List<Value> others) {
        Map<Value, Integer> counts = new HashMap<>();
        others.forEach(other -> counts.merge(other, 1, Integer::sum));
        List<Value> left = new ArrayList<>();
        for (Value value : values) {
            if (counts.merge(value, -1, Integer::sum) < 0) {
                left.add(value);
            }
        }
        left.sort(Comparator.comparing(Json::write));
        return left;
    }

    private void pairBy(Function<Value, Optional<Value>> key) {
        Map<Value, Deque<Value>> candidates = new LinkedHashMap<>();
        now.forEach(value -> key.apply(value)
                .ifPresent(name -> candidates
                        .computeIfAbsent(name, each -> new ArrayDeque<>())
                        .add(value)));
        Map<Value, Integer> taken = new HashMap<>();
        old.removeIf(value -> {
            Deque<Value> same = key.apply(value)
                    .map(candidates::get)
                    .filter(found -> !found.isEmpty())
                    .orElse(null);
            if (same == null) {
                return false;
            }
            Value partner = same.remove();
            pairs.add(new Pair(value, partner));
            taken.merge(partner, 1, Integer::sum);
            return true;
        });
        now.removeIf(value -> taken.merge(value, -1, Integer::sum) >= 0);
    }

    /** The first naming field that tells all elements of either side apart. */
    private Optional<String> naming() {
        return NAMES.stream()
                .filter(name -> tellsApart(name, old) && tellsApart(name, now))
                .findFirst();
    }

    private static boolean tellsApart(String name, List<Value> values) {
        Set<Value> seen = new HashSet<>();
        return !values.isEmpty()
                && values.stream()
                        .map(value -> value.field(name))
                        .allMatch(key -> !Essence.isEmpty(key) && seen.add(key));
    }

    private void pairTheLastTwo() {
        if (old.size() == 1 && now.size() == 1 && areAlike(old.get(0), now.get(0))) {
            pairs.add(new Pair(old.remove(0), now.remove(0)));
        }
    }

    private static boolean areAlike(Value one, Value other) {
        if (!(one instanceof Value.Fields left) || !(other instanceof Value.Fields)) {
            return false;
        }
        long same = left.values().entrySet().stream()
                .filter(field -> field.getValue().equals(other.field(field.getKey())))
                .count();
        return same * 2 >= left.values().size();
    }
}
