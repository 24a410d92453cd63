package dev.drift.aws.shared;

import dev.drift.code.StackCode;
import dev.drift.stack.Stack;
import java.util.Map;
import java.util.Optional;

/** What keeps a stack from sharing a provider, as far as its code and its environment tell. */
final class Obstacles {

    private Obstacles() {}

    /** The first that is found, in words for a report. */
    static Optional<String> to(StackCode code, Stack stack, Map<String, String> environment) {
        if (!environment.getOrDefault(Reattachment.VARIABLE, "").isBlank()) {
            return Optional.of(Reattachment.VARIABLE + " is set already");
        }
        return ToolArguments.against(environment)
                .map(name -> name + " makes the tool choose its providers itself")
                .or(() -> RelativePaths.in(environment).map(name -> name + " holds a path that is not absolute"));
    }
}
