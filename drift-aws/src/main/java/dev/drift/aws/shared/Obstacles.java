package dev.drift.aws.shared;

import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.stack.Stack;
import java.nio.file.Path;
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
                .or(() -> RelativePaths.in(environment).map(name -> name + " holds a path that is not absolute"))
                .or(() -> ofTerragrunt(code, stack, environment));
    }

    private static Optional<String> ofTerragrunt(StackCode code, Stack stack, Map<String, String> environment) {
        return code.tool() == IacTool.TERRAGRUNT
                ? TerragruntCredentials.in(repository(stack), environment)
                        .map(source -> "Terragrunt may give its provider variables of its own (" + source + ")")
                : Optional.empty();
    }

    private static Path repository(Stack stack) {
        Path directory = stack.directory().normalize();
        Path within = Path.of(stack.path().value().substring(1));
        boolean below = !within.toString().isEmpty() && directory.endsWith(within);
        return below
                ? directory.getRoot().resolve(directory.subpath(0, directory.getNameCount() - within.getNameCount()))
                : directory;
    }
}
