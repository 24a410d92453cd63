package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import java.util.Optional;

/**
 * One environment in one region: the unit of isolation (design 2). Stacks of an environment without a region form its
 * {@code global} cell; stacks in no environment form the cell {@code unassigned}, whatever region they name.
 */
public record Cell(Optional<Environment> environment, Optional<Region> region) {

    /** The cell of the stacks that are in no environment. */
    public static final Cell UNASSIGNED = new Cell(Optional.empty(), Optional.empty());

    public Cell {
        requireNonNull(environment, "environment is null");
        requireNonNull(region, "region is null");
        if (environment.isEmpty() && region.isPresent()) {
            throw new IllegalArgumentException("A cell without an environment has no region: " + region.get());
        }
    }

    /** The cell a stack belongs to. */
    public static Cell of(Stack stack) {
        Optional<Environment> environment = Environment.of(stack);
        return environment.isEmpty() ? UNASSIGNED : new Cell(environment, Region.of(stack));
    }

    /** {@code prod/eu-central-1}, {@code prod/global} or {@code unassigned}. */
    @Override
    public String toString() {
        return environment
                .map(name -> name + "/" + region.map(Region::name).orElse("global"))
                .orElse("unassigned");
    }
}
