package dev.drift.cli;

import dev.drift.catalog.ChangedStack;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.stack.StackPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Means the stacks that changed.
 *
 * @param paths where they are
 * @param base since when, if that was asked for
 */
record ChangedOnly(Set<StackPath> paths, Optional<String> base) implements StackFilter {

    static ChangedOnly of(List<ChangedStack> changes, Optional<String> base) {
        return new ChangedOnly(
                changes.stream().map(change -> change.stack().path()).collect(Collectors.toUnmodifiableSet()), base);
    }

    @Override
    public boolean picks(Stack stack) {
        return paths.contains(stack.path());
    }

    @Override
    public boolean isEverything() {
        return false;
    }

    @Override
    public String toString() {
        return "changed" + base.map(revision -> " since " + revision).orElse("");
    }
}
