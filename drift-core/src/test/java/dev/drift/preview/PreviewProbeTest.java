package dev.drift.preview;

import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.testing.DriftProbeContract;
import dev.drift.testing.ScriptedCode;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;

/** A probe behind a check of code that finds nothing wrong keeps what it keeps alone. */
class PreviewProbeTest extends DriftProbeContract {

    private final DriftProbe probe = new PreviewProbe(
            new ScriptedProbe()
                    .scaledAt("/drifted")
                    .failingAt("/unreadable", ProbePhase.INIT, "no such module")
                    .hangingAt("/lasting"),
            new ScriptedCode(),
            Judge.by(RuleBook.EMPTY));

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
