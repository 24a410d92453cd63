package dev.drift;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.SkippedStack;
import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.Workload;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.stack.StackPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a change concerns.
 *
 * @param selected changed stacks to look at, in run order
 * @param skipped changed stacks that the filter leaves out
 * @param deleted stacks that are not there any more
 * @param base the commit that counts as before
 */
record Concerned(
        List<ChangedStack> selected, List<SkippedStack> skipped, List<StackPath> deleted, Optional<String> base) {

    static final Concerned NOTHING = new Concerned(List.of(), List.of(), List.of(), Optional.empty());

    /** That none of the selected stacks changed is an answer; that the filter picks none at all is a mistake, unless allowed. */
    static Concerned by(ChangedStacks changes, StackCatalog catalog, StackFilter filter, boolean emptyAllowed) {
        Workload workload = Workload.byPath(catalog, filter);
        if (!emptyAllowed) {
            workload.refuseEmpty(filter);
        }
        Map<Stack, ChangedStack> changed =
                changes.changed().stream().collect(Collectors.toMap(ChangedStack::stack, Function.identity()));
        List<Stack> selected =
                workload.selected().stream().filter(changed::containsKey).toList();
        return new Concerned(
                catalog.inRunOrder(selected).stream().map(changed::get).toList(),
                workload.skipped().stream()
                        .filter(skipped -> changed.containsKey(skipped.stack()))
                        .toList(),
                changes.deleted(),
                changes.base());
    }
}
