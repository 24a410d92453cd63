package dev.drift.provision;

import dev.drift.stack.Stack;
import dev.drift.testing.ApplierContract;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;

class ScriptedApplierTest extends ApplierContract {

    private final ScriptedApplier applier = new ScriptedApplier()
            .failingToPlan("/unplannable", "Error: no such module")
            .failingToApply("/unappliable", "Error: access denied")
            .hangingAt("/lasting");

    @Override
    protected Applier applier() {
        return applier;
    }

    @Override
    protected Stack fresh() {
        return Stacks.stack("/fresh");
    }

    @Override
    protected Stack unplannable() {
        return Stacks.stack("/unplannable");
    }

    @Override
    protected Stack unappliable() {
        return Stacks.stack("/unappliable");
    }

    @Override
    protected Stack lasting() {
        return Stacks.stack("/lasting");
    }

    @Override
    protected boolean isAnythingLeft() {
        return applier.held() > 0;
    }
}
