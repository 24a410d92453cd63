package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.StackOrder;
import dev.drift.catalog.Workload;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.List;
import java.util.Map;

/**
 * The stacks of one run.
 *
 * @param workload which, and which not
 * @param order which of them wait for which
 * @param whys what made them changed, if only changed ones are meant
 * @param deleted stacks that are not there any more
 */
record Chosen(Workload workload, StackOrder order, Map<Stack, String> whys, List<StackPath> deleted) {

    Chosen {
        requireNonNull(workload, "workload is null");
        requireNonNull(order, "order is null");
        whys = Map.copyOf(whys);
        deleted = List.copyOf(deleted);
    }
}
