package dev.drift.catalog;

import dev.drift.stack.Stack;
import dev.drift.testing.ChangedStacksContract;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.Stacks;
import java.util.Set;

class InMemoryChangesTest extends ChangedStacksContract {

    @Override
    protected ChangedStacks changes(Set<String> stacks, Set<String> changed) {
        return InMemoryChanges.of(changed.stream().map(Stacks::stack).toArray(Stack[]::new));
    }

    @Override
    protected ChangedStacks unreadable() {
        return InMemoryChanges.unreadable("The history is torn");
    }
}
