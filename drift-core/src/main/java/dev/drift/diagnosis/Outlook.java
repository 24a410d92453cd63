package dev.drift.diagnosis;

import dev.drift.observation.ResourceAddress;
import dev.drift.observation.SideEffect;
import java.util.List;
import java.util.Set;

/**
 * What an apply of what was observed would do, whatever the reason: what the code asks for and the way back from drift alike. No
 * value that must not be shown is in it.
 *
 * @param planned the objects it touches, by address: {@code before} is live, {@code after} is planned
 * @param outputs how many outputs it changes
 * @param sideEffects what it does besides, in their order
 * @param overwritten the live changes that it takes away, by address: {@code before} is what was applied last, {@code after} is
 *     live. Of an object that stays, what the plan touches; of one that is deleted or replaced everything that goes with it, also
 *     what is ignored or only noted, but not what only the provider sets, nor what its successor has as well
 * @param moved the objects that are not as they were applied last, whether that says something or not
 */
public record Outlook(
        List<ResourceFinding> planned,
        int outputs,
        List<SideEffect> sideEffects,
        List<ResourceFinding> overwritten,
        Set<ResourceAddress> moved) {

    public Outlook {
        planned = List.copyOf(planned);
        sideEffects = List.copyOf(sideEffects);
        overwritten = List.copyOf(overwritten);
        moved = Set.copyOf(moved);
        if (outputs < 0) {
            throw new IllegalArgumentException("outputs is negative: " + outputs);
        }
    }
}
