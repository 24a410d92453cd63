package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Means the stacks of some cells, as an estate is defined.
 *
 * @param estate says which cell a stack is in
 * @param environments the environments, {@code unassigned} for the stacks in none; empty for all stacks
 * @param regions the regions, {@code global} for the stacks without one; empty for all
 */
public record CellFilter(EstateDefinition estate, List<Environment> environments, List<Region> regions)
        implements StackFilter {

    private static final Environment UNASSIGNED = new Environment(Cell.UNASSIGNED.toString());

    public CellFilter {
        requireNonNull(estate, "estate is null");
        environments = List.copyOf(environments);
        regions = List.copyOf(regions);
    }

    @Override
    public boolean picks(Stack stack) {
        Cell cell = estate.cellOf(stack);
        return isAny(environments, Set.of(cell.environment().orElse(UNASSIGNED)))
                && isAny(regions, Set.of(Region.of(stack).orElse(Region.GLOBAL)));
    }

    private static <T> boolean isAny(List<T> wanted, Set<T> found) {
        return wanted.isEmpty() || wanted.stream().anyMatch(found::contains);
    }

    @Override
    public boolean isEverything() {
        return environments.isEmpty() && regions.isEmpty();
    }

    /** As a selector writes it: {@code environment:prod,region:eu-west-1}. */
    @Override
    public String toString() {
        return Stream.concat(
                        environments.stream().map(name -> "environment:" + name),
                        regions.stream().map(name -> "region:" + name))
                .collect(Collectors.joining(","));
    }
}
