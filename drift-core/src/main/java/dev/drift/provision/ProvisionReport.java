package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.report.RunFacts;
import java.util.List;

/**
 * What a provisioning says.
 *
 * @param run which run
 * @param stacks the stacks that were to be provisioned, in run order
 * @param skipped the stacks that were not, each with the reason
 */
public record ProvisionReport(RunFacts run, List<StackProvision> stacks, List<SkippedStack> skipped) {
    public ProvisionReport {
        requireNonNull(run, "run is null");
        stacks = List.copyOf(stacks);
        skipped = List.copyOf(skipped);
    }

    /** What it says as a whole. */
    public ProvisionVerdict verdict() {
        if (count(ProvisionStatus.FAILED) > 0) {
            return ProvisionVerdict.FAILED;
        }
        boolean isDone = stacks.stream().allMatch(stack -> stack.status().isDone() && !stack.isDoubtful());
        return isDone ? ProvisionVerdict.DONE : ProvisionVerdict.INCOMPLETE;
    }

    /** The stacks of one status, in run order. */
    public List<StackProvision> with(ProvisionStatus status) {
        return stacks.stream().filter(stack -> stack.status() == status).toList();
    }

    /** How many stacks have a status. */
    public int count(ProvisionStatus status) {
        return with(status).size();
    }

    /** How many objects ended by what was applied. */
    public int destroyed() {
        return with(ProvisionStatus.APPLIED).stream()
                .flatMap(stack -> stack.outcome().plan().stream())
                .mapToInt(plan -> plan.destroyed().size())
                .sum();
    }
}
