package dev.drift.terramate.environment;

import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.terramate.process.UserEnvironment;
import java.util.Map;

/** The variables that the code of a stack asks its tools to be run with. May be called from several threads. */
@FunctionalInterface
public interface StackEnvironment {

    /** No stack asks for anything. */
    StackEnvironment NONE = (stack, user) -> Map.of();

    /**
     * The variables to lay over those of the user.
     *
     * @throws ProbeException if the code asks for something that cannot be known, naming the expression
     */
    Map<String, String> of(Stack stack, UserEnvironment user) throws ProbeException;
}
