package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object and what it was planned with.
 *
 * @param live the object as it was read
 * @param configuration what the code came to
 */
record Planned(Value live, Value configuration) {

    Planned {
        requireNonNull(live, "live is null");
        requireNonNull(configuration, "configuration is null");
    }

    /**
     * The same objects with what the code really says. Tools have a configuration checked as it is, then lay over it what
     * {@code ignore_changes} keeps of the live object, and plan with that; which check belongs to which plan is not said. Where
     * exactly one fits, it is it; where none does, or several do, the plan's own word stands.
     */
    static List<Planned> asChecked(List<Planned> planned, List<Value> checked) {
        List<Value> left = new ArrayList<>(checked);
        List<Planned> exact = new ArrayList<>();
        List<Planned> changed = new ArrayList<>();
        for (Planned plan : planned) {
            (left.remove(plan.configuration) ? exact : changed).add(plan);
        }
        for (Planned plan : changed) {
            List<Value> fitting =
                    left.stream().filter(plan::mayStandFor).distinct().toList();
            exact.add(fitting.size() == 1 ? new Planned(plan.live, fitting.get(0)) : plan);
        }
        return exact;
    }

    private boolean mayStandFor(Value check) {
        return isMixed(configuration, check, live);
    }

    /** Whether a value is one or the other at every place. */
    private static boolean isMixed(Value value, Value one, Value other) {
        if (value.equals(one) || value.equals(other)) {
            return true;
        }
        if (value instanceof Value.Fields fields
                && one instanceof Value.Fields first
                && other instanceof Value.Fields) {
            Set<String> names = new TreeSet<>(fields.values().keySet());
            names.addAll(first.values().keySet());
            return names.stream().allMatch(name -> isMixed(value.field(name), one.field(name), other.field(name)));
        }
        int size = value.items().size();
        if (size == 0 || size != one.items().size() || size != other.items().size()) {
            return false;
        }
        for (int at = 0; at < size; at++) {
            if (!isMixed(
                    value.items().get(at), one.items().get(at), other.items().get(at))) {
                return false;
            }
        }
        return true;
    }

    /** The values are in clear, so they are not printed. */
    @Override
    public String toString() {
        return "planned object";
    }
}
