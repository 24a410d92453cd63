package dev.drift.observation;

import dev.drift.stack.Stack;
import dev.drift.testing.DriftProbeContract;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;

class ScriptedProbeTest extends DriftProbeContract {

    private final ScriptedProbe probe = new ScriptedProbe()
            .scaledAt("/drifted")
            .failingAt("/unreadable", ProbePhase.INIT, "The backend is gone")
            .hangingAt("/lasting");

    @Override
    protected DriftProbe probe() {
        return probe;
    }

    @Override
    protected Stack drifted() {
        return Stacks.stack("/drifted");
    }

    @Override
    protected Stack unreadable() {
        return Stacks.stack("/unreadable");
    }

    @Override
    protected Stack lasting() {
        return Stacks.stack("/lasting");
    }
}
