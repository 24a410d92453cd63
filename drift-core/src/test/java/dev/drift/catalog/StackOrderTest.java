package dev.drift.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackOrderTest {

    private final Stack network = Stacks.stack("/network");
    private final Stack app = Stacks.stack("/app");

    @Test
    void putsIndependentStacksByPathWithoutAnyWaiting() {
        StackOrder order = StackOrder.independent(List.of(network, app));

        assertThat(order.stacks()).containsExactly(app, network);
        assertThat(order.before(network)).isEmpty();
    }

    @Test
    void refusesAStackBeforeWhatItDependsOn() {
        assertThatThrownBy(() -> new StackOrder(List.of(app, network), Map.of(app, Set.of(network))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/app");
    }

    @Test
    void aPartOfItStillWaitsForWhatLayBehindWhatIsLeftOut() {
        Stack service = Stacks.stack("/service");
        StackOrder order =
                new StackOrder(List.of(network, app, service), Map.of(app, Set.of(network), service, Set.of(app)));

        StackOrder part = order.only(stack -> !stack.equals(app));

        assertThat(part.stacks()).containsExactly(network, service);
        assertThat(part.before(service)).containsExactly(network);
        assertThat(order.only(stack -> stack.equals(service)).before(service)).isEmpty();
    }
}
