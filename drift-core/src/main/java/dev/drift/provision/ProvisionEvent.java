package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.StackOrder;
import dev.drift.stack.Stack;
import java.util.List;

/**
 * Something that happens during a provisioning: begun, once and first; then for each stack started, any number of outputs,
 * planned if its plan does something, ended. A stack that is never started ends all the same.
 */
public sealed interface ProvisionEvent {

    /** The stacks it is about. */
    List<Stack> stacks();

    /** These stacks are going to be provisioned. */
    record Begun(StackOrder order) implements ProvisionEvent {
        public Begun {
            requireNonNull(order, "order is null");
        }

        @Override
        public List<Stack> stacks() {
            return order.stacks();
        }
    }

    /** A stack is being planned. */
    record Started(Stack stack) implements ProvisionEvent {
        public Started {
            requireNonNull(stack, "stack is null");
        }

        @Override
        public List<Stack> stacks() {
            return List.of(stack);
        }
    }

    /** A tool printed a line, without its line end; the line is untrusted and can hold values that nobody marked secret. */
    record Output(Stack stack, String line) implements ProvisionEvent {
        public Output {
            requireNonNull(stack, "stack is null");
            requireNonNull(line, "line is null");
        }

        @Override
        public List<Stack> stacks() {
            return List.of(stack);
        }
    }

    /** A plan was made that does something; it is applied next, unless it cannot be shown, policy forbids it, or the run is stopped. */
    record Planned(Stack stack, PlannedChanges plan) implements ProvisionEvent {
        public Planned {
            requireNonNull(stack, "stack is null");
            requireNonNull(plan, "plan is null");
        }

        @Override
        public List<Stack> stacks() {
            return List.of(stack);
        }
    }

    /** A stack is over; it was not looked at for drift yet. */
    record Ended(StackProvision provision) implements ProvisionEvent {
        public Ended {
            requireNonNull(provision, "provision is null");
        }

        @Override
        public List<Stack> stacks() {
            return List.of(provision.stack());
        }
    }
}
