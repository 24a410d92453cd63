package dev.drift.stack;

import dev.drift.testing.StackFilterContract;
import dev.drift.testing.Stacks;

class AtFilterTest extends StackFilterContract {

    @Override
    protected StackFilter filter() {
        return new StackFilter.At(StackPath.of("/stacks/web"));
    }

    @Override
    protected Stack picked() {
        return Stacks.stack("/stacks/web");
    }

    @Override
    protected Stack other() {
        return Stacks.stack("/stacks/web/below");
    }
}
