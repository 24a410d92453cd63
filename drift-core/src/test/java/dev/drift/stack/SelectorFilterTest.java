package dev.drift.stack;

import dev.drift.testing.StackFilterContract;
import dev.drift.testing.Stacks;

class SelectorFilterTest extends StackFilterContract {

    @Override
    protected StackFilter filter() {
        return Selector.parse("environment:prod");
    }

    @Override
    protected Stack picked() {
        return Stacks.stack("/a", "environment/prod");
    }

    @Override
    protected Stack other() {
        return Stacks.stack("/b", "environment/qa");
    }
}
