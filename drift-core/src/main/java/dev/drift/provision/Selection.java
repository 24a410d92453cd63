package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.Workload;
import dev.drift.config.Problems;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which stacks of a catalog are meant.
 *
 * @param filter picks them
 * @param emptyAllowed whether it may pick none
 * @param changes of which only those that changed are meant; empty for all
 * @param uncommitted of which none may be among them, as nobody could tell later what was applied; empty if that is not asked
 */
record Selection(
        StackCatalog catalog,
        StackFilter filter,
        boolean emptyAllowed,
        Optional<ChangedStacks> changes,
        Optional<ChangedStacks> uncommitted) {

    Selection {
        requireNonNull(catalog, "catalog is null");
        requireNonNull(filter, "filter is null");
        requireNonNull(changes, "changes is null");
        requireNonNull(uncommitted, "uncommitted is null");
    }

    static Selection everythingOf(StackCatalog catalog) {
        return new Selection(catalog, Selector.EVERYTHING, false, Optional.empty(), Optional.empty());
    }

    Selection by(StackFilter other) {
        return new Selection(catalog, other, emptyAllowed, changes, uncommitted);
    }

    Selection allowingNone() {
        return new Selection(catalog, filter, true, changes, uncommitted);
    }

    Selection onlyChanged(ChangedStacks only) {
        return new Selection(catalog, filter, emptyAllowed, Optional.of(only), uncommitted);
    }

    Selection without(ChangedStacks notCommitted) {
        return new Selection(catalog, filter, emptyAllowed, changes, Optional.of(notCommitted));
    }

    /**
     * The stacks that are meant now.
     *
     * @throws dev.drift.catalog.CatalogException if the stacks cannot be listed or ordered, or their changes not be told
     * @throws dev.drift.config.InvalidConfigException if none is picked, or code of some of them is not committed
     */
    Chosen choose() {
        Workload picked = Workload.byPath(catalog, filter);
        if (!emptyAllowed) {
            picked.refuseEmpty(filter);
        }
        Map<Stack, String> whys = new HashMap<>();
        Workload workload = changes.map(only -> {
                    List<ChangedStack> changed = only.changed();
                    changed.forEach(change -> whys.put(change.stack(), change.why()));
                    return picked.onlyChanged(changed);
                })
                .orElse(picked);
        refuseUncommitted(workload);
        return new Chosen(
                workload,
                catalog.order(workload.selected()),
                whys,
                changes.map(ChangedStacks::deleted).orElse(List.of()));
    }

    boolean picksAny() {
        return catalog.stacks().stream().anyMatch(filter::picks);
    }

    private void refuseUncommitted(Workload workload) {
        if (uncommitted.isEmpty() || workload.selected().isEmpty()) {
            return;
        }
        Problems problems = new Problems();
        uncommitted.get().changed().stream()
                .filter(change -> workload.selected().contains(change.stack()))
                .forEach(change -> problems.add(
                        change.stack().path().toString(),
                        "Its code is not committed, so it is not applied: " + change.why()));
        problems.throwIfAny();
    }
}
