package dev.drift.detection;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;

/**
 * Something that happens to a stack during a run. For each stack: started, any number of outputs, judged, in this order. Where
 * only some of the stacks are concerned, as in a preview, each of those is said to be awaited or left out before any starts.
 */
public sealed interface StackEvent {

    /** The stack that it happens to. */
    Stack stack();

    /** The stack is going to be looked at. */
    record Awaited(Stack stack) implements StackEvent {
        public Awaited {
            requireNonNull(stack, "stack is null");
        }
    }

    /** The stack is concerned, and is not going to be looked at. */
    record LeftOut(Stack stack) implements StackEvent {
        public LeftOut {
            requireNonNull(stack, "stack is null");
        }
    }

    /** A worker starts to look at the stack. */
    record Started(Stack stack) implements StackEvent {
        public Started {
            requireNonNull(stack, "stack is null");
        }
    }

    /** A tool printed a line, without its line end; the line is untrusted. */
    record Output(Stack stack, String line) implements StackEvent {
        public Output {
            requireNonNull(stack, "stack is null");
            requireNonNull(line, "line is null");
        }
    }

    /** The stack is judged; a stack that never started is judged too when a run is cancelled. */
    record Judged(StackCheck check) implements StackEvent {
        public Judged {
            requireNonNull(check, "check is null");
        }

        @Override
        public Stack stack() {
            return check.stack();
        }
    }
}
