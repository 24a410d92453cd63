package dev.drift.value;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds where two values differ, leaf by leaf. Objects are compared field by field, a missing field being null. Sets are
 * compared by element, whatever the order. Lists are compared by position after items that both begin or end with; items
 * between them that keep their order hold their neighbours together, so that an insertion is one difference. A list is not
 * a set unless somebody says so: the same items in another order are a difference.
 *
 * <p>Where one side is null and the other a filled object or list, the null counts as an empty one. Immutable, for any
 * thread. Time and memory grow with the size of the values, not with its square.
 */
public final class Comparison {

    private final Predicate<ValuePath> sets;

    private Comparison(Predicate<ValuePath> sets) {
        this.sets = requireNonNull(sets, "sets is null");
    }

    /** A comparison that knows which lists are sets, by their places. */
    public static Comparison withSets(Predicate<ValuePath> sets) {
        return new Comparison(sets);
    }

    /** Where the two differ; empty exactly if they are equal up to the order of sets and the spelling of absence. */
    public List<Difference> between(Value before, Value after) {
        List<Difference> found = new ArrayList<>();
        new Walk(Optional.empty(), found).compare(ValuePath.ROOT, before, after);
        return found;
    }

    private static boolean areObjects(Value before, Value after) {
        return (before instanceof Value.Fields && after instanceof Value.Fields)
                || (before.isNull() && isFilledObject(after))
                || (isFilledObject(before) && after.isNull());
    }

    private static boolean areLists(Value before, Value after) {
        return (before instanceof Value.Items && after instanceof Value.Items)
                || (before.isNull() && !after.items().isEmpty())
                || (!before.items().isEmpty() && after.isNull());
    }

    private static boolean isFilledObject(Value value) {
        return value instanceof Value.Fields fields && !fields.values().isEmpty();
    }

    /** One way down, within an element of a set or not. */
    private final class Walk {
        private final Optional<Difference.Element> element;
        private final List<Difference> found;

        private Walk(Optional<Difference.Element> element, List<Difference> found) {
            this.element = element;
            this.found = found;
        }

        private void compare(ValuePath path, Value before, Value after) {
            if (before.equals(after)) {
                return;
            }
            if (areObjects(before, after)) {
                names(before, after).forEach(name -> compare(path.field(name), before.field(name), after.field(name)));
            } else if (!areLists(before, after)) {
                add(path, before, after);
            } else if (sets.test(path)) {
                compareSets(path, before.items(), after.items());
            } else {
                new Alignment(before.items(), after.items())
                        .forEach((position, old, now) -> compareItems(path.index(position), old, now));
            }
        }

        private void compareItems(ValuePath path, Optional<Value> old, Optional<Value> now) {
            if (old.isPresent() && now.isPresent()) {
                compare(path, old.get(), now.get());
            } else {
                add(path, old.orElse(Value.ofNull()), now.orElse(Value.ofNull()));
            }
        }

        private void compareSets(ValuePath path, List<Value> before, List<Value> after) {
            for (Pairing.Pair pair : Pairing.of(before, after)) {
                Difference.Element changed = new Difference.Element(path, pair.before(), pair.after());
                Walk within = element.isPresent() ? this : new Walk(Optional.of(changed), found);
                if (pair.before().isNull() || pair.after().isNull()) {
                    within.add(path.element(), pair.before(), pair.after());
                } else {
                    within.compare(path.element(), pair.before(), pair.after());
                }
            }
        }

        private void add(ValuePath path, Value before, Value after) {
            found.add(new Difference(path, before, after, element));
        }

        private static Set<String> names(Value before, Value after) {
            Set<String> names = new LinkedHashSet<>();
            for (Value side : List.of(before, after)) {
                if (side instanceof Value.Fields fields) {
                    names.addAll(fields.values().keySet());
                }
            }
            return names;
        }
    }
}
