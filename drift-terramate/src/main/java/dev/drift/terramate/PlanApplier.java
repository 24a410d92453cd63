package dev.drift.terramate;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.Applier;
import dev.drift.provision.HeldPlan;
import dev.drift.terramate.probe.HeldPlans;
import dev.drift.terramate.probe.Patience;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.terramate.probe.PlanWitness;

/**
 * Plans stacks with {@code terraform}, {@code tofu} or {@code terragrunt} and applies exactly these plans. The tool runs in the
 * stack's own directory with its own lock; plan, JSON and the tool's data live in a private folder until the plan is closed. A
 * provider that is lent by {@code TF_REATTACH_PROVIDERS} never reaches it, whoever sets it. The tool stands in a session of its
 * own and writes to a file, so that neither a signal at a terminal nor the end of this process tears it away from an apply.
 * Safe for use by several threads.
 */
public final class PlanApplier implements Applier {

    private final HeldPlans plans;

    private PlanApplier(HeldPlans plans) {
        this.plans = plans;
    }

    /** Applies every stack with that tool, taken from the {@code PATH}. */
    public static PlanApplier using(IacTool tool) {
        return with(PlanSettings.standard().withTool(tool), PlanWitness.NONE);
    }

    /** Applies as the settings say, and shows every plan that has something to show to somebody before it is applied. */
    public static PlanApplier with(PlanSettings settings, PlanWitness witness) {
        return with(settings, Patience.STANDARD, witness);
    }

    /** The same with another patience for tools that are asked to stop. */
    public static PlanApplier with(PlanSettings settings, Patience patience, PlanWitness witness) {
        return new PlanApplier(new HeldPlans(settings, patience, witness));
    }

    @Override
    public HeldPlan plan(ProbeRequest request) throws ProbeException {
        return plans.of(request);
    }
}
