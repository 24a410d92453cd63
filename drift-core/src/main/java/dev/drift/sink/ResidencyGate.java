package dev.drift.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.Destination;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import dev.drift.report.DriftReport;
import dev.drift.stack.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one gate that facts pass on their way out of the process (design 3). What is bound to a residency goes only to places that
 * promise the same; of everything else a place gets the part that it may have, and what was withheld is an undelivered
 * delivery that says so.
 *
 * @param cells which cell a stack belongs to
 * @param bound where the facts of a cell must stay; empty for anywhere
 * @param promises what is promised for places that promise nothing themselves, by what their names begin with
 */
public record ResidencyGate(
        Function<Stack, Cell> cells, Function<Cell, Optional<Residency>> bound, Map<String, Residency> promises) {

    /** Nothing is bound anywhere. */
    public static final ResidencyGate OPEN = new ResidencyGate(Cell::of, cell -> Optional.empty(), Map.of());

    public ResidencyGate {
        requireNonNull(cells, "cells is null");
        requireNonNull(bound, "bound is null");
        promises = Map.copyOf(promises);
    }

    /** As an estate is defined. */
    public static ResidencyGate of(EstateDefinition estate) {
        Map<String, Residency> promises = new HashMap<>();
        estate.destinations().stream()
                .filter(place -> place.kind() == Destination.Kind.SINK)
                .forEach(place -> place.residency().ifPresent(promise -> promises.put(place.name(), promise)));
        return new ResidencyGate(
                estate::cellOf,
                cell -> estate.of(cell).flatMap(defined -> defined.duties().residency()),
                promises);
    }

    /** What a place promises: what it says itself, else what is promised for it. */
    public Optional<Residency> promised(String destination, Optional<Residency> itself) {
        return itself.or(() -> promises.entrySet().stream()
                .filter(promise -> destination.startsWith(promise.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /** Whether the facts of a stack may go to a place that promises that. */
    public boolean lets(Stack stack, Optional<Residency> place) {
        return Residency.permits(bound.apply(cells.apply(stack)), place);
    }

    /** The part of a report that may go to a place that promises that. */
    public DriftReport part(DriftReport report, Optional<Residency> place) {
        return report.only(stack -> lets(stack, place));
    }

    /** What is not delivered to a place because it is bound elsewhere; empty if everything may go there. */
    public Optional<Delivery> withheld(Stream<Stack> stacks, String destination, Optional<Residency> place) {
        Predicate<Stack> refused = stack -> !lets(stack, place);
        List<Cell> cellsRefused = stacks.filter(refused).map(cells).distinct().toList();
        if (cellsRefused.isEmpty()) {
            return Optional.empty();
        }
        String names = cellsRefused.stream()
                .map(cell ->
                        cell + " to " + bound.apply(cell).map(Residency::name).orElse("nothing"))
                .sorted()
                .collect(Collectors.joining(", "));
        return Optional.of(new Delivery.Undelivered(
                destination,
                "withheld, because bound is " + names + ", and this place to "
                        + place.map(Residency::name).orElse("nothing"),
                cellsRefused));
    }
}
