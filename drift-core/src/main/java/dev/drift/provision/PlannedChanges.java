package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What applying a plan does, free of secrets.
 *
 * @param resources the objects it touches, by address
 * @param outputs how many outputs it changes
 * @param overwritten the live changes among them that it takes back, with the values of the last apply and live
 */
public record PlannedChanges(List<ResourceFinding> resources, int outputs, List<ResourceFinding> overwritten) {

    /** Nothing is touched. */
    public static final PlannedChanges NONE = new PlannedChanges(List.of(), 0, List.of());

    public PlannedChanges {
        resources = List.copyOf(resources);
        overwritten = List.copyOf(overwritten);
        if (outputs < 0) {
            throw new IllegalArgumentException("outputs is negative: " + outputs);
        }
    }

    /** What the plan behind an observation does, in the words of a judge. */
    public static PlannedChanges of(Observation seen, Judge judge) {
        requireNonNull(judge, "judge is null");
        List<ResourceFinding> planned = judge.planned(seen);
        Set<ResourceAddress> touched =
                planned.stream().map(ResourceFinding::address).collect(Collectors.toSet());
        List<ResourceFinding> overwritten = judge.judge(seen).findings().drift().stream()
                .filter(drifted -> touched.contains(drifted.address()))
                .toList();
        int outputs = seen.codeSide() instanceof CodeSide.Seen code ? code.changedOutputs() : 0;
        return new PlannedChanges(planned, outputs, overwritten);
    }

    /** The objects that end: deleted, or replaced by another. */
    public List<ResourceFinding> destroyed() {
        return resources.stream()
                .filter(resource ->
                        resource.action() == ChangeAction.DELETE || resource.action() == ChangeAction.REPLACE)
                .toList();
    }
}
