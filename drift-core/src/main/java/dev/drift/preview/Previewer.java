package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.ChangedStack;
import dev.drift.detection.DriftDetector;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.Outlook;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.ProbePhase;
import dev.drift.report.DriftReport;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Previews changed stacks side by side. Looking at them is the business of a detector, with all its bounds and its isolation; the
 * code of each stack is checked before it is planned. A new one for each run; safe for use by several threads.
 */
public final class Previewer {

    private final PreviewProbe probe;
    private final Map<StackPath, List<ResourceFinding>> before = new HashMap<>();

    /**
     * Checks code, then lets a probe plan.
     *
     * @param judge who says what plans would do; the detector's
     * @param base a report on the base of the change, if there is one, which tells what was pending before
     */
    public Previewer(DriftProbe probe, CodeCheck code, Judge judge, Optional<DriftReport> base) {
        this.probe = new PreviewProbe(probe, code, judge);
        requireNonNull(base, "base is null")
                .ifPresent(report -> report.stacks()
                        .forEach(stack -> before.put(
                                stack.stack().path(),
                                stack.outcome().findings().pending().resources())));
    }

    /** What a detector looks with. */
    public DriftProbe probe() {
        return probe;
    }

    /**
     * A preview for every stack, in the order of the stacks. Interrupting the calling thread cancels as it does for the detector.
     *
     * @param detector one that looks with {@link #probe()}
     */
    public List<StackPreview> preview(List<ChangedStack> changes, DriftDetector detector) {
        Map<Stack, ChangedStack> byStack =
                changes.stream().collect(Collectors.toMap(ChangedStack::stack, Function.identity()));
        return detector.check(changes.stream().map(ChangedStack::stack).toList()).stream()
                .map(check -> preview(requireNonNull(byStack.get(check.stack())), check))
                .toList();
    }

    private StackPreview preview(ChangedStack change, StackCheck check) {
        Stack stack = check.stack();
        String otherwise = check.outcome() instanceof StackOutcome.Unknown unknown ? unknown.reason() : "not asked";
        return new StackPreview(
                change, probe.formatting(stack, otherwise), probe.validation(stack, otherwise), planning(check), check);
    }

    private Planning planning(StackCheck check) {
        Findings findings = check.outcome().findings();
        PendingBefore asked =
                new PendingBefore(before.getOrDefault(check.stack().path(), List.of()));
        Optional<Outlook> outlook = probe.outlook(check.stack()).filter(seen -> isJudged(check.outcome()));
        Optional<List<PlannedChange>> changes = outlook.map(does -> Marking.of(does, findings, asked));
        int outputs = findings.pending().outputs();
        if (check.outcome() instanceof StackOutcome.Unknown unknown && !unknown.isNeverApplied()) {
            return new Planning.NotPlanned(changes.orElse(List.of()), outputs, unknown.phase(), unknown.reason());
        }
        return changes.<Planning>map(all -> new Planning.Planned(
                        all, outputs, outlook.map(Outlook::sideEffects).orElse(List.of())))
                .orElseGet(() -> new Planning.NotPlanned(
                        List.of(), 0, ProbePhase.PLAN, "only live objects were looked at, and no plan was made"));
    }

    /** A look that was given up may have seen a plan later, which no findings go with. */
    private static boolean isJudged(StackOutcome outcome) {
        return !(outcome instanceof StackOutcome.Unknown) || !outcome.findings().equals(Findings.NONE);
    }
}
