package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.detection.StackCheck;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.Optional;

/**
 * One stack of a provisioning.
 *
 * @param stack which stack
 * @param why what made it changed, if only changed stacks were asked for; texts of the repository may be quoted in it
 * @param outcome what came of it
 * @param duration how long it took, from its plan to its end
 * @param check what a look for drift said of it afterwards, if it was applied
 */
public record StackProvision(
        Stack stack, Optional<String> why, ProvisionOutcome outcome, Duration duration, Optional<StackCheck> check) {
    public StackProvision {
        requireNonNull(stack, "stack is null");
        requireNonNull(why, "why is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(duration, "duration is null");
        requireNonNull(check, "check is null");
    }

    /** The outcome in one word. */
    public ProvisionStatus status() {
        return outcome.status();
    }

    /** The same, with what made it changed. */
    StackProvision because(Optional<String> reason) {
        return new StackProvision(stack, reason, outcome, duration, check);
    }

    /** The same, looked at for drift. */
    public StackProvision checkedFor(StackCheck by) {
        return new StackProvision(stack, why, outcome, duration, Optional.of(by));
    }

    /** Whether the look afterwards says anything else than in sync. */
    public boolean isDoubtful() {
        return check.filter(looked -> looked.outcome().fold(inSync -> false, drifted -> true, unknown -> true))
                .isPresent();
    }
}
