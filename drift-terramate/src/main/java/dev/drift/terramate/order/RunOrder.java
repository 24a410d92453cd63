package dev.drift.terramate.order;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.StackOrder;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.project.Project;
import dev.drift.terramate.project.StackDeclaration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The order in which the stacks of a project run. Safe for use by several threads. */
public final class RunOrder {

    private final Map<StackPath, StackDeclaration> declared = new TreeMap<>();
    private final References references;

    public RunOrder(Project project) {
        project.stacks().forEach(stack -> declared.put(stack.stack().path(), stack));
        this.references = new References(project);
    }

    /**
     * The given stacks, each behind everything it depends on. Stacks that are not given but lie between given ones are
     * followed, so their order holds all the same.
     *
     * @throws CatalogException if a filter is broken, or if the order has a cycle, naming the stacks on it
     */
    public List<Stack> sorted(Collection<Stack> stacks) {
        Map<StackPath, Stack> given = byPath(stacks);
        return given(ordered(precedence(given.keySet())), given);
    }

    /**
     * The same, with the given stacks that each of them has to wait for: what it names itself, and what it depends on by way of
     * stacks that are not given.
     *
     * @throws CatalogException as {@link #sorted}
     */
    public StackOrder of(Collection<Stack> stacks) {
        Map<StackPath, Stack> given = byPath(stacks);
        Precedence<StackPath> precedence = precedence(given.keySet());
        List<StackPath> order = ordered(precedence);
        Map<StackPath, Set<Stack>> needed = new HashMap<>();
        Map<Stack, Set<Stack>> dependencies = new HashMap<>();
        for (StackPath path : order) {
            Set<Stack> before = new HashSet<>();
            precedence.before(path).forEach(leader -> before.addAll(needed.getOrDefault(leader, Set.of())));
            Optional<Stack> stack = Optional.ofNullable(given.get(path));
            stack.ifPresent(one -> dependencies.put(one, before));
            needed.put(path, stack.map(Set::of).orElse(before));
        }
        return new StackOrder(given(order, given), dependencies);
    }

    private static Map<StackPath, Stack> byPath(Collection<Stack> stacks) {
        Map<StackPath, Stack> given = new TreeMap<>();
        stacks.forEach(stack -> given.put(stack.path(), stack));
        return given;
    }

    private static List<Stack> given(List<StackPath> order, Map<StackPath, Stack> given) {
        return order.stream()
                .flatMap(path -> Optional.ofNullable(given.get(path)).stream())
                .toList();
    }

    private List<StackPath> ordered(Precedence<StackPath> precedence) {
        List<StackPath> order = precedence.order();
        Optional<List<StackPath>> cycle = precedence.cycle();
        if (cycle.isPresent()) {
            throw new CatalogException(List.of(cycleProblem(cycle.get())));
        }
        return order;
    }

    private Precedence<StackPath> precedence(Set<StackPath> given) {
        Precedence<StackPath> precedence = new Precedence<>();
        Map<StackPath, Set<StackPath>> children = children(given);
        Deque<StackPath> waiting = new ArrayDeque<>(given);
        Set<StackPath> seen = new TreeSet<>(given);
        Problems problems = new Problems();
        while (!waiting.isEmpty()) {
            StackPath path = waiting.remove();
            StackDeclaration stack = declared.get(path);
            if (stack == null) {
                throw new CatalogException(List.of(Problem.of(path + " is no stack of this project")));
            }
            Set<StackPath> earlier = references.of(stack, stack.after(), problems);
            Set<StackPath> later = references.of(stack, stack.before(), problems);
            children.getOrDefault(path, Set.of()).forEach(child -> later.addAll(references.atOrBelow(child)));
            precedence.add(path);
            earlier.forEach(first -> precedence.add(first, path));
            later.forEach(second -> precedence.add(path, second));
            List.of(earlier, later)
                    .forEach(paths -> paths.stream().filter(seen::add).forEach(waiting::add));
        }
        if (!problems.isEmpty()) {
            throw new CatalogException(problems.all());
        }
        return precedence;
    }

    /** Terramate counts a stack at the very root as nobody's parent. */
    private static Map<StackPath, Set<StackPath>> children(Set<StackPath> given) {
        Map<StackPath, Set<StackPath>> children = new TreeMap<>();
        for (StackPath path : given) {
            String above = path.value();
            for (int slash = above.lastIndexOf('/'); slash > 0; slash = above.lastIndexOf('/')) {
                above = above.substring(0, slash);
                StackPath parent = StackPath.of(above);
                if (given.contains(parent)) {
                    children.computeIfAbsent(parent, unused -> new TreeSet<>()).add(path);
                }
            }
        }
        return children;
    }

    private Problem cycleProblem(List<StackPath> cycle) {
        StringBuilder way = new StringBuilder();
        cycle.forEach(path -> way.append(path).append(" -> "));
        StackDeclaration first = declared.get(cycle.get(0));
        return Problem.at(
                first == null ? "" : first.where(),
                "The order of the stacks has a cycle, each to run before the next: " + way + cycle.get(0));
    }
}
