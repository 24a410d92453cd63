package dev.drift.terramate.probe;

import dev.drift.observation.CodeSide;
import dev.drift.observation.Observation;

/** Sees every plan that has something to show, while its files are there. Called from several threads, also at the same time. */
@FunctionalInterface
public interface PlanWitness {

    /** Looks away. */
    PlanWitness NONE = plan -> {};

    /** Sees a plan, in the time of the look that made it. What this throws changes nothing about the look. */
    void see(MadePlan plan);

    /** Both see every plan, one after the other. */
    static PlanWitness both(PlanWitness one, PlanWitness other) {
        return new PlanWitness() {
            @Override
            public void see(MadePlan plan) {
                one.see(plan);
                other.see(plan);
            }

            @Override
            public void see(MadePlan plan, Observation seen) {
                one.see(plan, seen);
                other.see(plan, seen);
            }
        };
    }

    /** Sees the plan if something moved or something is to be done. */
    default void see(MadePlan plan, Observation seen) {
        boolean isPlanned = seen.codeSide() instanceof CodeSide.Seen code && code.changesAnything();
        if (isPlanned || !seen.drifted().isEmpty()) {
            try {
                see(plan);
            } catch (RuntimeException broken) {
                // The look saw what it saw.
            }
        }
    }
}
