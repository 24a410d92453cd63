package dev.drift.preview;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a plan does to which object, and which objects had moved: as much of an observation as may be kept, for it holds no value.
 *
 * @param planned what would happen, by address and in that order
 * @param moved the objects that are not as they were applied last, whether that says something or not
 */
record PlanOutline(Map<ResourceAddress, ChangeAction> planned, Set<ResourceAddress> moved) {

    PlanOutline {
        planned = Collections.unmodifiableMap(new TreeMap<>(planned));
        moved = Set.copyOf(moved);
    }

    /** The outline of what was seen; empty if the code was not planned. */
    static Optional<PlanOutline> of(Observation seen) {
        if (!(seen.codeSide() instanceof CodeSide.Seen code)) {
            return Optional.empty();
        }
        Map<ResourceAddress, ChangeAction> planned = code.planned().stream()
                .filter(change -> change.action() != ChangeAction.NO_OP && change.action() != ChangeAction.READ)
                .collect(Collectors.toMap(ResourceChange::address, ResourceChange::action, (one, other) -> one));
        return Optional.of(new PlanOutline(
                planned, seen.drifted().stream().map(ResourceChange::address).collect(Collectors.toSet())));
    }
}
