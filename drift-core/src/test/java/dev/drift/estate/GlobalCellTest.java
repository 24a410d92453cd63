package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cell of an environment without a region. */
class GlobalCellTest {

    @Test
    void isMeantByTheRegionGlobal() {
        Stack role = Stacks.stack("/role", "environment/prod");
        Stack web = Stacks.stack("/web", "environment/prod", "region/eu-west-1");
        CellFilter global = new CellFilter(
                EstateDefinition.UNDEFINED, List.of(new Environment("prod")), List.of(new Region("global")));

        assertThat(global.picks(role)).isTrue();
        assertThat(global.picks(web)).isFalse();
    }
}
