package dev.drift.testing;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.StackOrder;
import dev.drift.config.Problem;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A catalog of stacks made up by a test. Immutable. */
public final class InMemoryCatalog implements StackCatalog {

    private final Map<Stack, Set<String>> dependencies;
    private final List<Problem> problems;

    private InMemoryCatalog(Map<Stack, Set<String>> dependencies, List<Problem> problems) {
        this.dependencies = dependencies;
        this.problems = problems;
    }

    /** A catalog of independent stacks. */
    public static InMemoryCatalog of(Collection<Stack> stacks) {
        return new InMemoryCatalog(
                stacks.stream().collect(Collectors.toMap(stack -> stack, stack -> Set.of())), List.of());
    }

    /** A catalog of independent stacks. */
    public static InMemoryCatalog of(Stack... stacks) {
        return of(Arrays.asList(stacks));
    }

    /** A catalog that cannot be read. */
    public static InMemoryCatalog unreadable(String problem) {
        return new InMemoryCatalog(Map.of(), List.of(Problem.of(problem)));
    }

    /** The same catalog, in which a stack depends on those at the paths as well. */
    public InMemoryCatalog ordering(Stack stack, String... after) {
        Map<Stack, Set<String>> more = new LinkedHashMap<>(dependencies);
        Set<String> paths = new LinkedHashSet<>(more.getOrDefault(stack, Set.of()));
        paths.addAll(Arrays.asList(after));
        more.put(stack, paths);
        return new InMemoryCatalog(more, problems);
    }

    @Override
    public List<Stack> stacks() {
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        return dependencies.keySet().stream().sorted().toList();
    }

    @Override
    public StackOrder order(Collection<Stack> stacks) {
        List<Stack> sequence = sequence(Set.copyOf(stacks));
        Map<Stack, Set<Stack>> needed = new LinkedHashMap<>();
        sequence.forEach(stack -> needed.put(stack, needed(stack, stacks)));
        return new StackOrder(sequence, needed);
    }

    private Set<Stack> needed(Stack stack, Collection<Stack> given) {
        Set<String> paths = dependencies.getOrDefault(stack, Set.of());
        if (paths.isEmpty()) {
            return Set.of();
        }
        return stacks().stream()
                .filter(other -> paths.contains(other.path().value()))
                .flatMap(other -> given.contains(other) ? Stream.of(other) : needed(other, given).stream())
                .collect(Collectors.toSet());
    }

    private List<Stack> sequence(Set<Stack> stacks) {
        Map<String, Stack> byPath = new TreeMap<>();
        stacks().forEach(stack -> byPath.put(stack.path().value(), stack));
        Set<Stack> ordered = new LinkedHashSet<>();
        stacks.stream().sorted().forEach(stack -> visit(stack, byPath, ordered, new ArrayList<>()));
        ordered.retainAll(stacks);
        return List.copyOf(ordered);
    }

    private void visit(Stack stack, Map<String, Stack> byPath, Set<Stack> ordered, List<Stack> way) {
        if (way.contains(stack)) {
            throw new CatalogException(List.of(Problem.of(
                    "Stacks depend on each other in a cycle: " + way.subList(way.indexOf(stack), way.size()))));
        }
        if (!ordered.contains(stack)) {
            way.add(stack);
            dependencies.getOrDefault(stack, Set.of()).stream()
                    .filter(byPath::containsKey)
                    .forEach(path -> visit(byPath.get(path), byPath, ordered, way));
            way.remove(stack);
            ordered.add(stack);
        }
    }
}
