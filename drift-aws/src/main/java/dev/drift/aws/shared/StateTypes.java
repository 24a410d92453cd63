package dev.drift.aws.shared;

import dev.drift.code.StackCode;
import dev.drift.stack.Stack;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows which types the state of a stack holds. May be asked from several threads. */
@FunctionalInterface
public interface StateTypes {

    /** Knows of no state. */
    StateTypes UNKNOWN = (stack, code, environment) -> Optional.empty();

    /**
     * The managed and data types in the state of a stack; none where there is no state yet. Empty if that cannot be told, which
     * is never an error here: a stack whose types are not known is just planned with more than it needs.
     *
     * @param stack the stack
     * @param code what its code says, and so where its state lives
     * @param environment everything its tool would be started with; values may be secrets
     */
    Optional<Set<String>> types(Stack stack, StackCode code, Map<String, String> environment);
}
