package dev.drift.testing;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.config.Problem;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Changes made up by a test. Immutable. */
public final class InMemoryChanges implements ChangedStacks {

    private final List<ChangedStack> changes;
    private final List<Problem> problems;
    private final List<StackPath> deleted;

    private InMemoryChanges(List<ChangedStack> changes, List<Problem> problems, List<StackPath> deleted) {
        this.changes = changes;
        this.problems = problems;
        this.deleted = deleted;
    }

    /** Changes of the code of these stacks. */
    public static InMemoryChanges of(Stack... stacks) {
        return new InMemoryChanges(
                Arrays.stream(stacks)
                        .distinct()
                        .map(stack -> new ChangedStack(stack, stack + "/main.tf changed"))
                        .sorted(Comparator.comparing(ChangedStack::stack))
                        .toList(),
                List.of(),
                List.of());
    }

    /** Changes that cannot be told. */
    public static InMemoryChanges unreadable(String problem) {
        return new InMemoryChanges(List.of(), List.of(Problem.of(problem)), List.of());
    }

    /** The same, with stacks that are not there any more. */
    public InMemoryChanges deleting(String... paths) {
        return new InMemoryChanges(
                changes,
                problems,
                Arrays.stream(paths).map(StackPath::of).sorted().toList());
    }

    @Override
    public List<StackPath> deleted() {
        return deleted;
    }

    @Override
    public List<ChangedStack> changed() {
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        return changes;
    }
}
