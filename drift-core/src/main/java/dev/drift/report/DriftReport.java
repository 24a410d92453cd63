package dev.drift.report;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.estate.Cell;
import dev.drift.stack.Stack;
import dev.drift.timetable.MissedTicks;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run says.
 *
 * @param run which run
 * @param stacks the checked stacks, by path
 * @param skipped the stacks not looked at, by path, each with the reason
 * @param missed the ticks that were missed before it, as far as they are known
 */
public record DriftReport(
        RunFacts run, List<StackReport> stacks, List<SkippedStack> skipped, List<MissedTicks> missed) {

    public DriftReport {
        requireNonNull(run, "run is null");
        stacks =
                stacks.stream().sorted(Comparator.comparing(StackReport::stack)).toList();
        skipped = skipped.stream()
                .sorted(Comparator.comparing(SkippedStack::stack))
                .toList();
        missed = List.copyOf(missed);
    }

    /** Before which no tick was missed. */
    public DriftReport(RunFacts run, List<StackReport> stacks, List<SkippedStack> skipped) {
        this(run, stacks, skipped, List.of());
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

    /** The same run, as if it had been about these stacks alone, and about ticks of their cells. */
    public DriftReport only(Predicate<Stack> which) {
        List<StackReport> looked =
                stacks.stream().filter(stack -> which.test(stack.stack())).toList();
        List<SkippedStack> left =
                skipped.stream().filter(stack -> which.test(stack.stack())).toList();
        Set<Cell> cells = Stream.concat(
                        looked.stream().map(StackReport::cell), left.stream().map(stack -> Cell.of(stack.stack())))
                .collect(Collectors.toSet());
        return new DriftReport(
                run,
                looked,
                left,
                missed.stream().filter(ticks -> cells.contains(ticks.cell())).toList());
    }
}
