package dev.drift.report;

import java.util.List;

/**
 * The stacks of a run, counted.
 *
 * @param inSync stacks in sync
 * @param drifted stacks that drifted
 * @param unknown stacks of which nothing can be said
 * @param skipped stacks the run chose not to look at
 * @param pending stacks, of any outcome, whose code asks for something the last apply did not do
 * @param resources managed objects in the states of all selected stacks
 */
public record Summary(int inSync, int drifted, int unknown, int skipped, int pending, int resources) {

    /** The counts of a run. */
    static Summary of(List<StackReport> stacks, int skipped) {
        return new Summary(
                count(stacks, Verdict.IN_SYNC),
                count(stacks, Verdict.DRIFTED),
                count(stacks, Verdict.UNKNOWN),
                skipped,
                (int) stacks.stream()
                        .filter(stack -> !stack.outcome().findings().pending().isEmpty())
                        .count(),
                stacks.stream()
                        .mapToInt(stack -> stack.outcome().findings().coverage().resources())
                        .sum());
    }

    /** Stacks the run was to look at. */
    public int selected() {
        return inSync + drifted + unknown;
    }

    /** What the counts say as a whole. */
    public Verdict verdict() {
        if (unknown > 0) {
            return Verdict.UNKNOWN;
        }
        return drifted > 0 ? Verdict.DRIFTED : Verdict.IN_SYNC;
    }

    private static int count(List<StackReport> stacks, Verdict verdict) {
        return (int) stacks.stream().filter(stack -> stack.verdict() == verdict).count();
    }
}
