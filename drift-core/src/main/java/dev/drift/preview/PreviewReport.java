package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.observation.SideEffect;
import dev.drift.report.RunFacts;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a preview says.
 *
 * @param run which run
 * @param base what the change is compared with
 * @param stacks the changed stacks that were looked at: destructive ones first, then by result and path
 * @param deleted the stacks that were there at the base and are not any more, by path; nobody can plan them
 * @param skipped the changed stacks that were not looked at, by path, each with the reason
 * @param refusal why no stack was looked at, where that was refused on purpose
 */
public record PreviewReport(
        RunFacts run,
        PreviewBase base,
        List<StackPreview> stacks,
        List<StackPath> deleted,
        List<SkippedStack> skipped,
        Optional<String> refusal) {

    private static final Comparator<StackPreview> ORDER =
            Comparator.comparing(StackPreview::result).thenComparing(StackPreview::stack);

    public PreviewReport {
        requireNonNull(run, "run is null");
        requireNonNull(base, "base is null");
        stacks = stacks.stream().sorted(ORDER).toList();
        deleted = deleted.stream().sorted().toList();
        skipped = skipped.stream()
                .sorted(Comparator.comparing(SkippedStack::stack))
                .toList();
        if (refusal.isPresent() && !stacks.isEmpty()) {
            throw new IllegalArgumentException("What was refused was not looked at");
        }
    }

    /**
     * The part that speaks of some stacks only. Of a deleted stack nobody knows any more which it was, so where a stack is left out
     * the deleted ones are too.
     */
    public PreviewReport only(Predicate<Stack> of) {
        List<StackPreview> kept =
                stacks.stream().filter(each -> of.test(each.stack())).toList();
        List<SkippedStack> keptSkipped =
                skipped.stream().filter(each -> of.test(each.stack())).toList();
        boolean isWhole = kept.size() == stacks.size() && keptSkipped.size() == skipped.size();
        return new PreviewReport(run, base, kept, isWhole ? deleted : List.of(), keptSkipped, refusal);
    }

    /** The counts. */
    public PreviewSummary summary() {
        return PreviewSummary.of(this);
    }

    /** What applying all of it would do besides changing objects. */
    public List<SideEffect> sideEffects() {
        return stacks.stream()
                .flatMap(stack -> stack.planning().sideEffects().stream())
                .toList();
    }

    /** What the preview says as a whole. */
    public PreviewVerdict verdict() {
        if (refusal.isPresent()) {
            return PreviewVerdict.REFUSED;
        }
        return stacks.stream()
                .map(StackPreview::verdict)
                .max(Comparator.naturalOrder())
                .orElse(PreviewVerdict.DONE);
    }

    /** The stacks of one result, by path. */
    public List<StackPreview> withResult(PreviewResult result) {
        return stacks.stream().filter(stack -> stack.result() == result).toList();
    }
}
