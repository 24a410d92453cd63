package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An object and what it was planned with.
 *
 * @param live the object as it was read; null if it is not there yet
 * @param configuration what the code came to
 */
record Planned(Value live, Value configuration) {

    private static final int FAR = 1_000_000;

    Planned {
        requireNonNull(live, "live is null");
        requireNonNull(configuration, "configuration is null");
    }

    /**
     * The objects that are there, with what the code really says. Tools have a configuration checked as it is, then lay over it
     * what {@code ignore_changes} keeps of the live object, and plan with that; which check belongs to which plan is not said.
     * It is the one that is the same, else the one that differs least from it, and only by what is live. Where several do so,
     * the plan's own word stands.
     */
    static List<Planned> asChecked(List<Planned> planned, List<Value> checked) {
        List<Value> left = new ArrayList<>(checked);
        List<Planned> exact = new ArrayList<>();
        List<Planned> changed = new ArrayList<>();
        for (Planned plan : planned) {
            (left.remove(plan.configuration) ? exact : changed).add(plan);
        }
        for (Planned plan : changed) {
            exact.add(
                    plan.nearest(left).map(code -> new Planned(plan.live, code)).orElse(plan));
        }
        exact.removeIf(plan -> plan.live.isNull());
        return exact;
    }

    private Optional<Value> nearest(List<Value> checked) {
        int least = checked.stream()
                .mapToInt(check -> distance(configuration, check, live))
                .min()
                .orElse(FAR);
        List<Value> nearest = checked.stream()
                .distinct()
                .filter(check -> least < FAR && distance(configuration, check, live) == least)
                .toList();
        return nearest.size() == 1 ? Optional.of(nearest.get(0)) : Optional.empty();
    }

    /** At how many places a value is not one but other; {@link #FAR} if it is neither at some place. */
    private static int distance(Value value, Value one, Value other) {
        if (value.equals(one)) {
            return 0;
        }
        if (value instanceof Value.Fields fields && one instanceof Value.Fields first) {
            Set<String> names = new TreeSet<>(fields.values().keySet());
            names.addAll(first.values().keySet());
            return sum(
                    names.stream().mapToInt(name -> distance(value.field(name), one.field(name), other.field(name))));
        }
        int size = value.items().size();
        if (size > 0 && size == one.items().size() && size == other.items().size()) {
            return sum(IntStream.range(0, size)
                    .map(at -> distance(
                            value.items().get(at),
                            one.items().get(at),
                            other.items().get(at))));
        }
        return value.equals(other) ? 1 : FAR;
    }

    private static int sum(IntStream distances) {
        return distances.reduce(0, (one, other) -> Math.min(FAR, one + other));
    }

    /** The values are in clear, so they are not printed. */
    @Override
    public String toString() {
        return "planned object";
    }
}
