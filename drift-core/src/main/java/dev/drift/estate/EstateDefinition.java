package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Nearest;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an estate is divided, and what holds for its parts.
 *
 * @param environments the environments, a stack being in the first that selects it; none if the tags of the stacks say all
 *     there is to say
 * @param onDemand how many stacks side by side, over all cells, where several environments are looked at in one run
 * @param destinations the places that environments may be told to
 */
public record EstateDefinition(
        List<EnvironmentDefinition> environments, Parallelism onDemand, List<Destination> destinations) {

    /** How many stacks side by side if nobody says. */
    public static final Parallelism USUAL_ON_DEMAND = new Parallelism(5);

    /** Nothing is defined: the tags of the stacks divide the estate. */
    public static final EstateDefinition UNDEFINED = new EstateDefinition(List.of(), USUAL_ON_DEMAND, List.of());

    public EstateDefinition {
        environments = List.copyOf(environments);
        requireNonNull(onDemand, "onDemand is null");
        destinations = List.copyOf(destinations);
    }

    /** The cell a stack belongs to. */
    public Cell cellOf(Stack stack) {
        if (environments.isEmpty()) {
            return Cell.of(stack);
        }
        for (EnvironmentDefinition environment : environments) {
            if (environment.select().picks(stack)) {
                return environment.cellOf(stack);
            }
        }
        return Cell.UNASSIGNED;
    }

    /** What is defined for the environment of a cell; empty for the unassigned, and where nothing is defined. */
    public Optional<EnvironmentDefinition> of(Cell cell) {
        return cell.environment().flatMap(this::of);
    }

    /** What is defined for an environment. */
    public Optional<EnvironmentDefinition> of(Environment environment) {
        return environments.stream()
                .filter(defined -> defined.environment().equals(environment))
                .findFirst();
    }

    /** Every cell: those that are defined, in their order, then those that only the stacks form. */
    public List<Cell> cells(Collection<Stack> stacks) {
        return List.copyOf(byCell(stacks).keySet());
    }

    /** The stacks of every cell, by path; none for a cell that is defined and has none. Cells in the order of {@link #cells}. */
    public Map<Cell, List<Stack>> byCell(Collection<Stack> stacks) {
        Map<Cell, List<Stack>> cells = new LinkedHashMap<>();
        environments.forEach(
                environment -> environment.cells().forEach(cell -> cells.putIfAbsent(cell, new ArrayList<>())));
        stacks.stream()
                .sorted()
                .forEach(stack -> cells.computeIfAbsent(cellOf(stack), cell -> new ArrayList<>())
                        .add(stack));
        return Collections.unmodifiableMap(cells);
    }

    /**
     * Everything that contradicts itself, each at the way to it, such as {@code environments.prod.alerts}: a name that is used
     * twice, a place that nobody defined, a place where facts of the environment may not go.
     */
    public List<Problem> problems() {
        Problems problems = new Problems();
        Set<Environment> seen = new HashSet<>();
        for (EnvironmentDefinition defined : environments) {
            String where = "environments." + defined.environment();
            if (!seen.add(defined.environment())) {
                problems.add(where, "The environment " + defined.environment() + " is defined twice");
            }
            refuseNamesOfOtherCells(defined, where, problems);
            Set<Region> regions = new HashSet<>();
            defined.regions().stream()
                    .filter(region -> !regions.add(region))
                    .forEach(region -> problems.add(where + ".regions", "The region " + region + " is named twice"));
            defined.duties().alerts().forEach(name -> check(defined, Destination.Kind.ALERTS, name, problems));
            defined.duties().audit().ifPresent(name -> check(defined, Destination.Kind.AUDIT, name, problems));
            defined.duties().memory().ifPresent(name -> check(defined, Destination.Kind.MEMORY, name, problems));
        }
        return problems.all();
    }

    /** Cells without an environment or a region are called so, and there must not be two of one name. */
    private static void refuseNamesOfOtherCells(EnvironmentDefinition defined, String where, Problems problems) {
        if (defined.environment().name().equals(Cell.UNASSIGNED.toString())) {
            problems.add(where, "The name " + Cell.UNASSIGNED + " is that of stacks in no environment");
        }
        if (defined.regions().contains(Region.GLOBAL)) {
            problems.add(
                    where + ".regions",
                    "The name " + Region.GLOBAL + " is that of stacks without a region, which need not be named");
        }
    }

    private void check(EnvironmentDefinition defined, Destination.Kind kind, String name, Problems problems) {
        String thing = kind.name().toLowerCase(Locale.ROOT);
        String where = "environments." + defined.environment() + "." + thing;
        Optional<Destination> known =
                named(kind).filter(place -> place.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            List<String> names = named(kind).map(Destination::name).toList();
            problems.add(where, "There is no \"" + name + "\" below " + thing + Nearest.question(name, names));
        } else if (!Residency.permits(defined.duties().residency(), known.get().residency())) {
            problems.add(
                    where,
                    "The environment " + defined.environment() + " is bound to "
                            + defined.duties().residency().map(Residency::name).orElse("")
                            + ", and " + thing + " \"" + name + "\" "
                            + known.get()
                                    .residency()
                                    .map(other -> "to " + other)
                                    .orElse("to no residency"));
        }
    }

    private Stream<Destination> named(Destination.Kind kind) {
        return destinations.stream().filter(place -> place.kind() == kind);
    }
}
