package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Optional;

/**
 * One environment, as the estate is defined.
 *
 * @param environment which environment
 * @param select which stacks are in it
 * @param regions the regions that it is looked at in, each a cell of its own
 * @param rhythm when it is looked at
 * @param means with what
 * @param duties who is told
 */
public record EnvironmentDefinition(
        Environment environment, Selector select, List<Region> regions, Rhythm rhythm, Means means, Duties duties) {

    public EnvironmentDefinition {
        requireNonNull(environment, "environment is null");
        requireNonNull(select, "select is null");
        regions = List.copyOf(regions);
        requireNonNull(rhythm, "rhythm is null");
        requireNonNull(means, "means is null");
        requireNonNull(duties, "duties is null");
    }

    /** The environment as its tag says, without regions, on demand, with the usual means. */
    public static EnvironmentDefinition usual(Environment environment) {
        return new EnvironmentDefinition(
                environment,
                selectorOf(environment),
                List.of(),
                Rhythm.ON_DEMAND,
                Means.usual(environment),
                Duties.NONE);
    }

    /** What selects an environment if nothing is said: the tag that carries its name. */
    public static Selector selectorOf(Environment environment) {
        return new Selector(List.of(new Selector.Term(false, Optional.of("environment"), environment.name())));
    }

    /** The cells that its regions form. A region that only a stack names adds one, and so does a stack without a region. */
    public List<Cell> cells() {
        return regions.stream()
                .map(region -> new Cell(Optional.of(environment), Optional.of(region)))
                .toList();
    }

    /** The cell of one of its stacks. */
    Cell cellOf(Stack stack) {
        return new Cell(Optional.of(environment), Region.of(stack));
    }
}
