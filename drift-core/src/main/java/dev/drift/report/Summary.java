package dev.drift.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * The stacks of a run, counted.
 *
 * @param inSync stacks in sync
 * @param drifted stacks that drifted
 * @param unknown stacks of which nothing can be said
 * @param skipped stacks the run chose not to look at
 * @param pending stacks, of any outcome, whose code asks for something the last apply did not do
 * @param resources managed objects in the states of all selected stacks; empty if one of the states could not be read
 */
public record Summary(int inSync, int drifted, int unknown, int skipped, int pending, OptionalInt resources) {

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
                resources(stacks));
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

    private static OptionalInt resources(List<StackReport> stacks) {
        int seen = 0;
        for (StackReport stack : stacks) {
            int here = stack.outcome().findings().coverage().resources();
            if (here == 0 && stack.verdict() == Verdict.UNKNOWN) {
                return OptionalInt.empty();
            }
            seen += here;
        }
        return OptionalInt.of(seen);
    }

    private static int count(List<StackReport> stacks, Verdict verdict) {
        return (int) stacks.stream().filter(stack -> stack.verdict() == verdict).count();
    }
}
