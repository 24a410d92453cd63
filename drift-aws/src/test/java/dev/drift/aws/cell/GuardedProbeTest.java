package dev.drift.aws.cell;

import dev.drift.estate.EstateDefinition;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.testing.DriftProbeContract;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;

class GuardedProbeTest extends DriftProbeContract {

    private final DriftProbe probe = new GuardedProbe(
            new ScriptedProbe()
                    .scaledAt("/drifted")
                    .failingAt("/unreadable", ProbePhase.INIT, "The backend is gone")
                    .hangingAt("/lasting"),
            CellBreakers.of(EstateDefinition.UNDEFINED));

    @Override
    protected DriftProbe probe() {
        return probe;
    }

    @Override
    protected Stack drifted() {
        return Stacks.stack("/drifted", "environment/prod");
    }

    @Override
    protected Stack unreadable() {
        return Stacks.stack("/unreadable", "environment/prod");
    }

    @Override
    protected Stack lasting() {
        return Stacks.stack("/lasting", "environment/prod");
    }
}
