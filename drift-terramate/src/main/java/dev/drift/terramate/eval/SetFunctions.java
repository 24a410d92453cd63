package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The algebra of sets. */
final class SetFunctions {

    private static final int LARGEST_PRODUCT = 100_000;

    private SetFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.atLeast("tm_setunion", 1, SetFunctions::union),
                HclFunction.atLeast("tm_setintersection", 1, a -> filtered(a, Set::contains)),
                HclFunction.of("tm_setsubtract", 2, a -> filtered(a, (set, item) -> !set.contains(item))),
                HclFunction.atLeast("tm_setproduct", 2, SetFunctions::product));
    }

    private static HclValue union(Arguments arguments) {
        List<HclValue> items = new ArrayList<>();
        sets(arguments).forEach(items::addAll);
        return Conversion.setOf(items);
    }

    /** The items of the first set that every other set agrees to. */
    private static HclValue filtered(Arguments arguments, BiPredicate<Set<HclValue>, HclValue> agrees) {
        List<List<HclValue>> sets = sets(arguments);
        List<Set<HclValue>> others = new ArrayList<>();
        sets.subList(1, sets.size()).forEach(set -> others.add(new HashSet<>(set)));
        return Conversion.setOf(sets.get(0).stream()
                .filter(item -> others.stream().allMatch(other -> agrees.test(other, item)))
                .toList());
    }

    /** The sets with all items of all of them converted to one type. */
    private static List<List<HclValue>> sets(Arguments arguments) {
        List<HclValue> all = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            all.addAll(arguments.set(i).items());
        }
        List<HclValue> unified = Conversion.unified(all, "set");
        List<List<HclValue>> sets = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < arguments.count(); i++) {
            int end = start + arguments.set(i).items().size();
            sets.add(unified.subList(start, end));
            start = end;
        }
        return sets;
    }

    private static HclValue product(Arguments arguments) {
        List<List<HclValue>> rows = List.of(List.of());
        boolean allSets = true;
        for (int i = 0; i < arguments.count(); i++) {
            HclValue.Sequence sequence = arguments.sequence(i);
            allSets &= sequence.kind() == HclValue.Sequence.Kind.SET;
            rows = extended(rows, Conversion.unified(sequence.items(), "list"));
        }
        List<HclValue> tuples = rows.stream()
                .map(row -> (HclValue) HclValue.Sequence.tuple(row))
                .toList();
        return allSets ? Conversion.setOf(tuples) : HclValue.Sequence.list(tuples);
    }

    private static List<List<HclValue>> extended(List<List<HclValue>> rows, List<HclValue> items) {
        int width = rows.isEmpty() ? 1 : rows.get(0).size() + 1;
        if ((long) rows.size() * items.size() * width > LARGEST_PRODUCT) {
            throw Refusal.limit("the product has more than " + LARGEST_PRODUCT + " items");
        }
        List<List<HclValue>> longer = new ArrayList<>();
        for (List<HclValue> row : rows) {
            for (HclValue item : items) {
                List<HclValue> next = new ArrayList<>(row);
                next.add(item);
                longer.add(next);
            }
        }
        return longer;
    }
}
