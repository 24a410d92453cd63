package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.testing.StackFilterContract;
import dev.drift.testing.Stacks;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangedOnlyTest extends StackFilterContract {

    @Override
    protected StackFilter filter() {
        return new ChangedOnly(Set.of(picked().path()), Optional.empty());
    }

    @Override
    protected Stack picked() {
        return Stacks.stack("/prod/web");
    }

    @Override
    protected Stack other() {
        return Stacks.stack("/prod/data");
    }

    @Test
    void saysSinceWhen() {
        assertThat(filter()).hasToString("changed");
        assertThat(new ChangedOnly(Set.of(), Optional.of("main"))).hasToString("changed since main");
    }
}
