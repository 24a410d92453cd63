package dev.drift.terramate.tag;

import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.testing.StackFilterContract;
import dev.drift.testing.Stacks;
import java.util.List;

class TagFilterContractTest extends StackFilterContract {

    @Override
    protected StackFilter filter() {
        return TagFilter.parse(List.of("environment/prod:web"), List.of("legacy"));
    }

    @Override
    protected Stack picked() {
        return Stacks.stack("/a", "environment/prod", "web");
    }

    @Override
    protected Stack other() {
        return Stacks.stack("/b", "environment/prod", "web", "legacy");
    }
}
