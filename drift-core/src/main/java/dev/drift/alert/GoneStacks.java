package dev.drift.alert;

import dev.drift.catalog.SkippedStack;
import dev.drift.catalog.Workload;
import dev.drift.estate.Cell;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of a stack that a report does not name whether it is gone for certain. A report that is no share names all stacks at or
 * below the directory that it is about, looked at or skipped. It does not say which directory that is, but the deepest one that holds
 * all stacks it names lies within.
 *
 * @param whole the cells that were looked at without leaving out a stack because it was not asked for
 * @param named the stacks that the report names
 * @param within below which all of them lie; empty if nothing is certain
 */
record GoneStacks(Set<Cell> whole, Set<StackPath> named, Optional<StackPath> within) {

    GoneStacks {
        whole = Set.copyOf(whole);
        named = Set.copyOf(named);
    }

    static GoneStacks of(DriftReport report, Function<Stack, Cell> cells) {
        Set<StackPath> named = Stream.concat(
                        report.stacks().stream().map(StackReport::stack),
                        report.skipped().stream().map(SkippedStack::stack))
                .map(Stack::path)
                .collect(Collectors.toSet());
        Set<Cell> whole = report.stacks().stream()
                .map(StackReport::stack)
                .map(cells)
                .collect(Collectors.toCollection(HashSet::new));
        report.skipped().stream()
                .filter(skipped -> skipped.reason().startsWith(Workload.NOT_SELECTED))
                .map(skipped -> cells.apply(skipped.stack()))
                .forEach(whole::remove);
        Optional<StackPath> within =
                report.run().isShare() ? Optional.empty() : named.stream().reduce(GoneStacks::above);
        return new GoneStacks(whole, named, within);
    }

    boolean contains(StackPath path, LastAlert last) {
        return !named.contains(path)
                && last.cell().filter(whole::contains).isPresent()
                && within.filter(path::isAtOrBelow).isPresent();
    }

    /** The deepest directory that holds both. */
    private static StackPath above(StackPath one, StackPath other) {
        StackPath above = one;
        while (!other.isAtOrBelow(above)) {
            above = StackPath.of(
                    above.value().substring(0, Math.max(1, above.value().lastIndexOf('/'))));
        }
        return above;
    }
}
