package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.ResourceFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of one stack of a provisioning. */
public sealed interface ProvisionOutcome {

    /** One answer for each of the five, so that none can be forgotten. */
    default <T> T fold(
            Function<? super Applied, ? extends T> applied,
            Function<? super Unchanged, ? extends T> unchanged,
            Function<? super Refused, ? extends T> refused,
            Function<? super Failed, ? extends T> failed,
            Function<? super NotDone, ? extends T> notDone) {
        if (this instanceof Applied outcome) {
            return applied.apply(outcome);
        }
        if (this instanceof Unchanged outcome) {
            return unchanged.apply(outcome);
        }
        if (this instanceof Refused outcome) {
            return refused.apply(outcome);
        }
        if (this instanceof Failed outcome) {
            return failed.apply(outcome);
        }
        return notDone.apply((NotDone) this);
    }

    /** The outcome in one word. */
    default ProvisionStatus status() {
        return fold(
                applied -> ProvisionStatus.APPLIED,
                unchanged -> ProvisionStatus.UNCHANGED,
                refused -> ProvisionStatus.REFUSED,
                failed -> ProvisionStatus.FAILED,
                notDone -> ProvisionStatus.NOT_DONE);
    }

    /** What the stack's plan does; empty where no plan was made, or it does nothing. */
    default Optional<PlannedChanges> plan() {
        return fold(
                applied -> Optional.of(applied.changes()),
                unchanged -> Optional.empty(),
                refused -> Optional.of(refused.changes()),
                Failed::changes,
                notDone -> Optional.empty());
    }

    /**
     * The plan was applied as a whole.
     *
     * @param changes what the plan does
     * @param done what the tool said it did, line by line
     */
    record Applied(PlannedChanges changes, List<String> done) implements ProvisionOutcome {
        public Applied {
            requireNonNull(changes, "changes is null");
            done = List.copyOf(done);
        }
    }

    /** The plan does nothing, so it was not applied. */
    record Unchanged() implements ProvisionOutcome {}

    /**
     * The plan does what policy forbids, so it was not applied.
     *
     * @param changes what the plan would do; what it would destroy is why it was refused
     * @param reason what policy says to it
     */
    record Refused(PlannedChanges changes, String reason) implements ProvisionOutcome {
        public Refused {
            requireNonNull(changes, "changes is null");
            requireNonNull(reason, "reason is null");
        }

        /** The objects for which it was refused. */
        public List<ResourceFinding> objects() {
            return changes.destroyed();
        }
    }

    /**
     * The stack could not be planned, or its plan not be applied as a whole.
     *
     * @param reason the first useful line of why
     * @param changes what the plan does; empty if the stack could not be planned
     * @param done what was applied before it failed, line by line as the tool said
     * @param keptState where the state lies that the tool could not write to its place
     */
    record Failed(String reason, Optional<PlannedChanges> changes, List<String> done, Optional<Path> keptState)
            implements ProvisionOutcome {
        public Failed {
            requireNonNull(reason, "reason is null");
            requireNonNull(changes, "changes is null");
            done = List.copyOf(done);
            requireNonNull(keptState, "keptState is null");
        }

        /** No plan came about. */
        public static Failed planning(String reason) {
            return new Failed(reason, Optional.empty(), List.of(), Optional.empty());
        }
    }

    /** Nothing was done to the stack: it waited for another that is not done, or the run was stopped. */
    record NotDone(String reason) implements ProvisionOutcome {
        public NotDone {
            requireNonNull(reason, "reason is null");
        }
    }
}
