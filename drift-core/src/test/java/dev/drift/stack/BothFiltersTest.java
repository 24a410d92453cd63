package dev.drift.stack;

import dev.drift.testing.StackFilterContract;
import dev.drift.testing.Stacks;

class BothFiltersTest extends StackFilterContract {

    @Override
    protected StackFilter filter() {
        return new StackFilter.Both(Selector.parse("environment:prod"), Selector.parse("web"));
    }

    @Override
    protected Stack picked() {
        return Stacks.stack("/a", "environment/prod", "web");
    }

    @Override
    protected Stack other() {
        return Stacks.stack("/b", "environment/prod");
    }
}
