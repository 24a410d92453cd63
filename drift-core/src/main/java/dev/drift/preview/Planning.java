package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbePhase;
import dev.drift.observation.SideEffect;
import java.util.List;

/** What planning a stack came to. */
public sealed interface Planning {

    /** What an apply would do, object by object, by address; of a stack that was not planned, what was seen all the same. */
    List<PlannedChange> changes();

    /** How many outputs an apply would change. */
    int outputs();

    /** What an apply would do besides, in their order; of a stack that was not planned nothing is known of it. */
    List<SideEffect> sideEffects();

    /** Whether an apply would do anything, as far as it was seen. */
    default boolean changesAnything() {
        return !changes().isEmpty() || outputs() > 0 || !sideEffects().isEmpty();
    }

    /** Whether an object that is there now would go, as far as it was seen. */
    default boolean isDestructive() {
        return changes().stream().anyMatch(PlannedChange::isDestructive);
    }

    /** The stack was planned as a whole. */
    record Planned(List<PlannedChange> changes, int outputs, List<SideEffect> sideEffects) implements Planning {
        public Planned {
            changes = List.copyOf(changes);
            sideEffects = List.copyOf(sideEffects);
        }

        /** By a plan that changes objects and outputs only. */
        public Planned(List<PlannedChange> changes, int outputs) {
            this(changes, outputs, List.of());
        }
    }

    /**
     * The stack was not planned, or not as a whole.
     *
     * @param phase how far it came
     * @param reason the first useful line of why
     */
    record NotPlanned(List<PlannedChange> changes, int outputs, ProbePhase phase, String reason) implements Planning {
        public NotPlanned {
            changes = List.copyOf(changes);
            requireNonNull(phase, "phase is null");
            requireNonNull(reason, "reason is null");
        }

        @Override
        public List<SideEffect> sideEffects() {
            return List.of();
        }
    }
}
