package dev.drift.report;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.stack.Stack;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run says.
 *
 * @param run which run
 * @param stacks the checked stacks, by path
 * @param skipped the stacks not looked at, by path, each with the reason
 */
public record DriftReport(RunFacts run, List<StackReport> stacks, List<SkippedStack> skipped) {

    public DriftReport {
        requireNonNull(run, "run is null");
        stacks =
                stacks.stream().sorted(Comparator.comparing(StackReport::stack)).toList();
        skipped = skipped.stream()
                .sorted(Comparator.comparing(SkippedStack::stack))
                .toList();
    }

    /** The counts. */
    public Summary summary() {
        return Summary.of(stacks, skipped.size());
    }

    /** What it says of each cell that was looked at, by name, the unassigned last. */
    public List<CellReport> cells() {
        return CellReport.of(stacks);
    }

    /** What the run says as a whole. */
    public Verdict verdict() {
        return summary().verdict();
    }

    /** The stacks of one outcome, by path. */
    public List<StackReport> withOutcome(Verdict outcome) {
        return stacks.stream().filter(stack -> stack.verdict() == outcome).toList();
    }

    /** The same run, as if it had been about these stacks alone. */
    public DriftReport only(Predicate<Stack> which) {
        return new DriftReport(
                run,
                stacks.stream().filter(stack -> which.test(stack.stack())).toList(),
                skipped.stream().filter(stack -> which.test(stack.stack())).toList());
    }
}
