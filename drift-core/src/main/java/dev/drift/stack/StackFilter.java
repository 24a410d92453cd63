package dev.drift.stack;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Says of each stack whether it is meant. Prints as somebody would write it; a filter that means every stack prints nothing. */
public interface StackFilter {

    /** Whether the stack is meant. */
    boolean picks(Stack stack);

    /** Whether every stack is meant. */
    boolean isEverything();

    /** The tags it asks for, as stacks write them, for hints when it means none; empty where it does not ask by single tags. */
    default List<String> wantedTags() {
        return List.of();
    }

    /** Both must mean a stack. */
    default StackFilter both(StackFilter other) {
        if (isEverything()) {
            return requireNonNull(other, "other is null");
        }
        return other.isEverything() ? this : new Both(this, other);
    }

    /** One stack, by its path. */
    record At(StackPath path) implements StackFilter {
        public At {
            requireNonNull(path, "path is null");
        }

        @Override
        public boolean picks(Stack stack) {
            return stack.path().equals(path);
        }

        @Override
        public boolean isEverything() {
            return false;
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Two filters that must agree. */
    record Both(StackFilter one, StackFilter other) implements StackFilter {
        @Override
        public boolean picks(Stack stack) {
            return one.picks(stack) && other.picks(stack);
        }

        @Override
        public boolean isEverything() {
            return one.isEverything() && other.isEverything();
        }

        @Override
        public String toString() {
            return one + " and " + other;
        }
    }
}
