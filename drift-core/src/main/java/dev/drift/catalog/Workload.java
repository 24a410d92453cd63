package dev.drift.catalog;

import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Shard;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a run looks at.
 *
 * @param selected the stacks to look at, in run order
 * @param skipped the stacks not to look at, by path, each with the reason
 */
public record Workload(List<Stack> selected, List<SkippedStack> skipped) {

    public Workload {
        selected = List.copyOf(selected);
        skipped = List.copyOf(skipped);
    }

    /**
     * The stacks of the catalog divided by a selector.
     *
     * @throws CatalogException if the stacks cannot be listed or ordered
     */
    public static Workload of(StackCatalog catalog, Selector selector) {
        List<Stack> selected = new ArrayList<>();
        List<SkippedStack> skipped = new ArrayList<>();
        for (Stack stack : catalog.stacks()) {
            if (selector.picks(stack)) {
                selected.add(stack);
            } else {
                skipped.add(new SkippedStack(stack, "not selected by " + selector));
            }
        }
        return new Workload(catalog.inRunOrder(selected), skipped);
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
     * @param selector what divided the stacks
     * @throws InvalidConfigException if no stack is selected, naming the terms that no stack carries and the nearest tags
     */
    public void refuseEmpty(Selector selector) {
        if (selected.isEmpty()) {
            throw new EmptySelection(
                            selector, skipped.stream().map(SkippedStack::stack).toList())
                    .refusal();
        }
    }
}
