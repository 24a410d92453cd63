package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.testing.StackFilterContract;
import dev.drift.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellFilterTest extends StackFilterContract {

    private static final Environment PROD = new Environment("prod");
    private static final EstateDefinition ESTATE = new EstateDefinition(
            List.of(new EnvironmentDefinition(
                    PROD, Selector.parse("stage:live"), List.of(), Rhythm.ON_DEMAND, Means.usual(PROD), Duties.NONE)),
            new Parallelism(5),
            List.of());

    @Override
    protected StackFilter filter() {
        return new CellFilter(ESTATE, List.of(PROD), List.of(new Region("eu-west-1")));
    }

    @Override
    protected Stack picked() {
        return Stacks.stack("/a", "stage/live", "region/eu-west-1");
    }

    @Override
    protected Stack other() {
        return Stacks.stack("/b", "environment/prod", "region/eu-west-1");
    }

    @Test
    void stacksInNoEnvironmentHaveAName() {
        StackFilter unassigned = new CellFilter(ESTATE, List.of(new Environment("unassigned")), List.of());

        assertThat(unassigned.picks(other())).isTrue();
        assertThat(unassigned.picks(picked())).isFalse();
    }

    @Test
    void isWrittenAsASelectorAndPicksByTheDefinition() {
        assertThat(filter()).hasToString("environment:prod,region:eu-west-1");
        assertThat(filter().picks(Stacks.stack("/c", "stage/live"))).isFalse();
        assertThat(new CellFilter(ESTATE, List.of(), List.of()).isEverything()).isTrue();
    }
}
