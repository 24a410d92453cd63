package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.report.RunFacts;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a provisioning says.
 *
 * @param run which run
 * @param stacks the stacks that were to be provisioned, in run order
 * @param skipped the stacks that were not, each with the reason
 * @param deleted the stacks that are not there any more since the base of the change, whatever was selected: nothing of them is
 *     destroyed, so what was applied of them and not destroyed before is there still
 */
public record ProvisionReport(
        RunFacts run, List<StackProvision> stacks, List<SkippedStack> skipped, List<StackPath> deleted) {
    public ProvisionReport {
        requireNonNull(run, "run is null");
        stacks = List.copyOf(stacks);
        skipped = List.copyOf(skipped);
        deleted = List.copyOf(deleted);
    }

    /** Of a run over stacks none of which was deleted. */
    public ProvisionReport(RunFacts run, List<StackProvision> stacks, List<SkippedStack> skipped) {
        this(run, stacks, skipped, List.of());
    }

    /** The part of it that some stacks are. Which of the deleted stacks would be among them, nobody knows, so none is. */
    public ProvisionReport only(Predicate<Stack> wanted) {
        List<StackProvision> some =
                stacks.stream().filter(each -> wanted.test(each.stack())).toList();
        List<SkippedStack> left =
                skipped.stream().filter(each -> wanted.test(each.stack())).toList();
        boolean whole = some.size() == stacks.size() && left.size() == skipped.size();
        return whole ? this : new ProvisionReport(run, some, left);
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
