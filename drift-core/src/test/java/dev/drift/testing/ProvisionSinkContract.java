package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.drift.catalog.StackOrder;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.provision.StackProvision;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ProvisionSink} keeps. */
public abstract class ProvisionSinkContract {

    /** A sink whose place takes what it is told. */
    protected abstract ProvisionSink sink();

    @Test
    void servesOneRunAfterTheOther() {
        ProvisionSink sink = sink();
        for (int run = 1; run <= 2; run++) {
            List<Delivery> deliveries = sink.finish(told(sink));

            assertThat(deliveries)
                    .allSatisfy(delivery ->
                            assertThat(delivery.destination()).isNotBlank().doesNotContain("\n"));
            assertThat(deliveries).allSatisfy(delivery -> assertThat(delivery).isInstanceOf(Delivery.Delivered.class));
        }
    }

    @Test
    void bearsARunWithoutStacks() {
        ProvisionSink sink = sink();
        sink.on(new ProvisionEvent.Begun(StackOrder.independent(List.of())));

        assertThatCode(() -> sink.finish(Provisions.report())).doesNotThrowAnyException();
    }

    @Test
    void endsWhatNobodyEnded() {
        ProvisionSink sink = sink();
        Stack stack = stack("a");
        sink.on(new ProvisionEvent.Begun(StackOrder.independent(List.of(stack))));
        sink.on(new ProvisionEvent.Started(stack));

        assertThatCode(() -> sink.finish(Provisions.report())).doesNotThrowAnyException();
    }

    @Test
    void isToldOnSeveralThreadsAtOnce() {
        ProvisionSink sink = sink();
        List<Stack> stacks = List.of(stack("a"), stack("b"), stack("c"), stack("d"));
        sink.on(new ProvisionEvent.Begun(StackOrder.independent(stacks)));

        Together.call(4, number -> tell(sink, stacks.get(number)));

        assertThatCode(() -> sink.finish(Provisions.report())).doesNotThrowAnyException();
    }

    private static ProvisionReport told(ProvisionSink sink) {
        Stack first = stack("a");
        Stack second = stack("b");
        sink.on(new ProvisionEvent.Begun(StackOrder.independent(List.of(first, second))));
        StackProvision applied = tell(sink, first);
        StackProvision left = Provisions.of(second, new ProvisionOutcome.NotDone("the run was stopped"));
        sink.on(new ProvisionEvent.Ended(left));
        return Provisions.report(applied, left);
    }

    private static StackProvision tell(ProvisionSink sink, Stack stack) {
        PlannedChanges plan = new PlannedChanges(List.of(Provisions.scaling(1, 3)), 0, List.of());
        StackProvision applied = Provisions.of(stack, new ProvisionOutcome.Applied(plan, List.of()));
        sink.on(new ProvisionEvent.Started(stack));
        sink.on(new ProvisionEvent.Output(stack, "a line"));
        sink.on(new ProvisionEvent.Planned(stack, plan));
        sink.on(new ProvisionEvent.Ended(applied));
        return applied;
    }

    private static Stack stack(String name) {
        return Stacks.identified(Stacks.stack("/stacks/" + name), "id-" + name);
    }
}
