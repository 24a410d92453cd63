package dev.drift.render;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which items of a list took the place of which: objects of one name first, then, if as many went as came, objects in their
 * order.
 *
 * @param pairs an item and its successor
 * @param gone items without a successor
 * @param fresh items that succeed none
 */
record Succession(List<Pair> pairs, List<Value> gone, List<Value> fresh) {

    private static final List<String> NAMES = List.of("Sid", "sid", "name", "Name", "id", "Id", "key", "Key");

    /** An item and its successor. */
    record Pair(Value before, Value after) {}

    static Succession of(List<Value> went, List<Value> came) {
        List<Pair> pairs = new ArrayList<>();
        List<Value> gone = new ArrayList<>();
        List<Value> fresh = new ArrayList<>(came);
        for (Value before : went) {
            Optional<Value> successor = name(before)
                    .flatMap(name -> fresh.stream()
                            .filter(after -> name(after).equals(Optional.of(name)))
                            .findFirst());
            successor.ifPresentOrElse(
                    after -> {
                        pairs.add(new Pair(before, after));
                        fresh.remove(after);
                    },
                    () -> gone.add(before));
        }
        if (gone.size() == fresh.size() && areObjects(gone) && areObjects(fresh)) {
            for (int at = 0; at < gone.size(); at++) {
                pairs.add(new Pair(gone.get(at), fresh.get(at)));
            }
            return new Succession(pairs, List.of(), List.of());
        }
        return new Succession(pairs, gone, fresh);
    }

    private static boolean areObjects(List<Value> items) {
        return items.stream().allMatch(Value.Fields.class::isInstance);
    }

    private static Optional<String> name(Value item) {
        return NAMES.stream().flatMap(name -> item.field(name).text().stream()).findFirst();
    }
}
