package dev.drift.aws;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.live.LiveProbe;
import dev.drift.aws.shared.Loans;
import dev.drift.aws.shared.SharedProviders;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.aws.state.StateStore;
import dev.drift.aws.state.StateWatch;
import dev.drift.code.CodeReader;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.provision.Applier;
import dev.drift.stack.Stack;

/**
 * What AWS adds to a run, around whatever probe and over whatever environments: a state that is locked or moves while its stack
 * is looked at is noticed, stacks plan with a shared provider, and those in which nothing can have changed are only read. Safe for use by several threads.
 */
public final class AwsRun {

    private final CodeReader code;
    private final SharedSettings settings;
    private final boolean sharing;
    private final StateStore states = StateStore.standard();
    private final StateWatch watch;
    private final Loans loans = new Loans();

    private AwsRun(CodeReader code, SharedSettings settings, boolean sharing) {
        this.code = requireNonNull(code, "code is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.sharing = sharing;
        this.watch = StateWatch.reading(code, states, settings.environment());
    }

    /** Stacks share providers as the settings say, which are asked for nothing but what the states hold. */
    public static AwsRun sharing(CodeReader code, SharedSettings settings) {
        return new AwsRun(code, settings, true);
    }

    /** Every stack plans with a provider of its own. */
    public static AwsRun plain(CodeReader code, SharedSettings settings) {
        return new AwsRun(code, settings, false);
    }

    /** The probe, with an eye on the state, and spared where reading the objects of a stack says as much (design 6). */
    public DriftProbe around(DriftProbe probe) {
        DriftProbe watched = watch.around(probe);
        return sharing && settings.memories().spare()
                ? LiveProbe.over(watched, loans, watch, code, settings)
                : LiveProbe.forgetting(watched, code, settings);
    }

    /** The applier, with an eye on the locks of states. Nothing of it is shared. */
    public Applier around(Applier applier) {
        return watch.around(applier);
    }

    /** The environments, with the shared provider over them where stacks share one. */
    public EnvironmentSource over(EnvironmentSource below) {
        EnvironmentSource closing = new Closing(below, states);
        return sharing ? SharedProviders.over(closing, code, settings.asking(watch::types), loans) : closing;
    }

    /** Ends the connections to states with the environments of a run. */
    private record Closing(EnvironmentSource below, StateStore states) implements EnvironmentSource {

        @Override
        public EnvironmentLease lease(Stack stack) throws ProbeException {
            return below.lease(stack);
        }

        @Override
        public void close() {
            try {
                below.close();
            } finally {
                states.close();
            }
        }
    }
}
