package dev.drift.catalog;

import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Shard;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run looks at.
 *
 * @param selected the stacks to look at, in the order to look at them
 * @param skipped the stacks not to look at, by path, each with the reason
 */
public record Workload(List<Stack> selected, List<SkippedStack> skipped) {

    /** What the reason of a stack begins with that the filter does not pick. */
    public static final String NOT_SELECTED = "not selected by ";

    public Workload {
        selected = List.copyOf(selected);
        skipped = List.copyOf(skipped);
    }

    /**
     * The stacks of the catalog divided by a filter.
     *
     * @throws CatalogException if the stacks cannot be listed or ordered
     */
    public static Workload of(StackCatalog catalog, StackFilter filter) {
        Workload byPath = byPath(catalog, filter);
        return new Workload(catalog.inRunOrder(byPath.selected), byPath.skipped);
    }

    /**
     * The stacks of the catalog divided by a filter, the selected ones by path: for those who do not need the run order, and
     * do not want to fail where there is none.
     *
     * @throws CatalogException if the stacks cannot be listed
     */
    public static Workload byPath(StackCatalog catalog, StackFilter filter) {
        List<Stack> selected = new ArrayList<>();
        List<SkippedStack> skipped = new ArrayList<>();
        String reason = NOT_SELECTED + filter;
        for (Stack stack : catalog.stacks()) {
            if (filter.picks(stack)) {
                selected.add(stack);
            } else {
                skipped.add(new SkippedStack(stack, reason));
            }
        }
        return new Workload(selected, skipped);
    }

    /** Whether there is nothing to look at because nothing was asked for, and not because something speaks against it. */
    public boolean isNothing() {
        return selected.isEmpty()
                && skipped.stream().allMatch(stack -> stack.reason().startsWith(NOT_SELECTED));
    }

    /** The part of this workload that changed; selected stacks that did not are skipped as well. The order stays. */
    public Workload onlyChanged(List<ChangedStack> changes) {
        Set<Stack> changed = changes.stream().map(ChangedStack::stack).collect(Collectors.toSet());
        Stream<SkippedStack> unchanged = selected.stream()
                .filter(stack -> !changed.contains(stack))
                .map(stack -> new SkippedStack(stack, "not changed"));
        return new Workload(
                selected.stream().filter(changed::contains).toList(),
                Stream.concat(skipped.stream(), unchanged)
                        .sorted(Comparator.comparing(SkippedStack::stack))
                        .toList());
    }

    /** The part of this workload for which nothing speaks against looking; the others are skipped with what does. */
    public Workload without(Function<Stack, Optional<String>> reason) {
        Map<Stack, String> refused = new HashMap<>();
        selected.forEach(stack -> reason.apply(stack).ifPresent(words -> refused.put(stack, words)));
        Stream<SkippedStack> more =
                refused.entrySet().stream().map(stack -> new SkippedStack(stack.getKey(), stack.getValue()));
        return new Workload(
                selected.stream().filter(stack -> !refused.containsKey(stack)).toList(),
                Stream.concat(skipped.stream(), more)
                        .sorted(Comparator.comparing(SkippedStack::stack))
                        .toList());
    }

    /** The part of this workload that falls into a share: of the selected stacks and of the skipped ones. */
    public Workload share(Shard shard) {
        Set<Stack> mine =
                Set.copyOf(shard.pick(skipped.stream().map(SkippedStack::stack).toList()));
        return new Workload(
                shard.pick(selected),
                skipped.stream().filter(skip -> mine.contains(skip.stack())).toList());
    }

    /**
     * Refuses to select nothing: looking at nothing must not pass for finding nothing.
     *
     * @param filter what divided the stacks
     * @throws InvalidConfigException if no stack is selected, naming what no stack carries and the nearest tags
     */
    public void refuseEmpty(StackFilter filter) {
        if (selected.isEmpty()) {
            throw new EmptySelection(
                            filter, skipped.stream().map(SkippedStack::stack).toList())
                    .refusal();
        }
    }
}
