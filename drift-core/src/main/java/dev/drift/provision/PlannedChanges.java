package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.Observation;
import dev.drift.observation.SideEffect;
import java.util.List;

/**
 * What applying a plan does, free of secrets.
 *
 * @param resources the objects it touches, by address
 * @param outputs how many outputs it changes
 * @param sideEffects what it does besides, in their order
 * @param overwritten the live changes that it takes away, with the values of the last apply and live; where an object is deleted or
 *     replaced also those that are ignored or only noted, for they go with it
 */
public record PlannedChanges(
        List<ResourceFinding> resources, int outputs, List<SideEffect> sideEffects, List<ResourceFinding> overwritten) {

    /** Nothing is touched. */
    public static final PlannedChanges NONE = new PlannedChanges(List.of(), 0, List.of());

    public PlannedChanges {
        resources = List.copyOf(resources);
        sideEffects = List.copyOf(sideEffects);
        overwritten = List.copyOf(overwritten);
        if (outputs < 0) {
            throw new IllegalArgumentException("outputs is negative: " + outputs);
        }
    }

    /** Of a plan that changes objects and outputs only. */
    public PlannedChanges(List<ResourceFinding> resources, int outputs, List<ResourceFinding> overwritten) {
        this(resources, outputs, List.of(), overwritten);
    }

    /** What the plan behind an observation does, in the words of a judge; nothing where there is none. */
    public static PlannedChanges of(Observation seen, Judge judge) {
        return requireNonNull(judge, "judge is null")
                .outlook(seen)
                .map(does -> new PlannedChanges(does.planned(), does.outputs(), does.sideEffects(), does.overwritten()))
                .orElse(NONE);
    }

    /** The objects that end: deleted, or replaced by another. */
    public List<ResourceFinding> destroyed() {
        return resources.stream().filter(ResourceFinding::isDestructive).toList();
    }
}
