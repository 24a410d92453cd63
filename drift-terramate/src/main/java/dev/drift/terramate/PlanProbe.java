package dev.drift.terramate;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.terramate.environment.StackEnvironments;
import dev.drift.terramate.probe.Looks;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.terramate.probe.PlanWitness;

/**
 * Looks at a stack by letting {@code terraform}, {@code tofu} or {@code terragrunt} plan it. Neither the checkout nor the state
 * is written; plan, JSON and the tool's data live in a private folder that is gone when the look is over. Safe for use by
 * several threads.
 */
public final class PlanProbe implements DriftProbe {

    private final PlanSettings settings;
    private final Looks looks;

    private PlanProbe(PlanSettings settings, PlanWitness witness) {
        this.settings = requireNonNull(settings, "settings is null");
        this.looks = new Looks(settings, requireNonNull(witness, "witness is null"));
    }

    /** Plans every stack with that tool, taken from the {@code PATH}. */
    public static PlanProbe using(IacTool tool) {
        return with(PlanSettings.standard().withTool(tool));
    }

    /** Plans as the settings say. */
    public static PlanProbe with(PlanSettings settings) {
        return new PlanProbe(settings, PlanWitness.NONE);
    }

    /** Plans in the same way, and shows every plan that has something to show to somebody before it is gone. */
    public PlanProbe showing(PlanWitness to) {
        return new PlanProbe(settings, to);
    }

    /**
     * What the code of each stack asks its tool to be run with. Whoever looks at a stack in place of the tool, or leases it
     * credentials, needs to see the same environment; sources are laid over this one.
     */
    public EnvironmentSource environments() {
        return StackEnvironments.over(EnvironmentSource.ambient(), settings.stackEnvironment(), settings.user());
    }

    @Override
    public String engine() {
        return "plan";
    }

    @Override
    public Observation probe(ProbeRequest request) throws ProbeException {
        return looks.at(request);
    }
}
