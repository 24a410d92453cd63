package dev.drift.catalog;

import dev.drift.stack.Stack;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Stacks in the order in which they would be applied, and which of them has to wait for which.
 *
 * @param stacks each once, behind everything it depends on
 * @param dependencies for each of them the stacks among them that must be done before it; what they in turn depend on need not
 *     be named again. Where what lies between two stacks is not among them, the one depends on the other all the same
 */
public record StackOrder(List<Stack> stacks, Map<Stack, Set<Stack>> dependencies) {
    public StackOrder {
        stacks = List.copyOf(stacks);
        Map<Stack, Set<Stack>> copy = new HashMap<>();
        Set<Stack> before = new HashSet<>();
        for (Stack stack : stacks) {
            Set<Stack> needed = Set.copyOf(dependencies.getOrDefault(stack, Set.of()));
            if (!before.containsAll(needed)) {
                throw new IllegalArgumentException(stack + " stands before something that it depends on: " + needed);
            }
            copy.put(stack, needed);
            before.add(stack);
        }
        dependencies = Map.copyOf(copy);
    }

    /** Stacks none of which waits for another, by path. */
    public static StackOrder independent(Collection<Stack> stacks) {
        return new StackOrder(stacks.stream().sorted().toList(), Map.of());
    }

    /** The part of it that some stacks are; what lay between two of them still divides them. */
    public StackOrder only(Predicate<Stack> wanted) {
        Map<Stack, Set<Stack>> kept = new HashMap<>();
        for (Stack stack : stacks) {
            Set<Stack> needed = new HashSet<>();
            before(stack).forEach(other -> needed.addAll(wanted.test(other) ? Set.of(other) : kept.get(other)));
            kept.put(stack, needed);
        }
        return new StackOrder(stacks.stream().filter(wanted).toList(), kept);
    }

    /** What must be done before a stack; nothing for one that is not among them. */
    public Set<Stack> before(Stack stack) {
        return dependencies.getOrDefault(stack, Set.of());
    }
}
