package dev.drift.provision;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run may still destroy. Counted before a stack is applied, and not given back where its apply fails: what it destroyed
 * by then is not known for sure. Safe for use by several threads.
 */
final class DestroyBudget {

    private final DestroyPolicy policy;
    private int destroyed;

    DestroyBudget(DestroyPolicy policy) {
        this.policy = policy;
    }

    /** Why a plan must not be applied; empty if it may be, and then it is counted. */
    synchronized Optional<String> refusal(PlannedChanges plan) {
        int count = plan.destroyed().size();
        OptionalInt most = policy.most();
        if (count == 0 || most.isEmpty() || destroyed + count <= most.getAsInt()) {
            destroyed += count;
            return Optional.empty();
        }
        if (most.getAsInt() == 0) {
            return Optional.of("it would destroy " + objects(count) + ", and none may be");
        }
        return Optional.of("it would destroy " + objects(count) + " and the run " + (destroyed + count)
                + " in all, and no more than " + most.getAsInt() + " may be");
    }

    private static String objects(int count) {
        return count == 1 ? "1 object" : count + " objects";
    }
}
