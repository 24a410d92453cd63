package dev.drift.code;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** The tool that plans and applies a stack. */
public enum IacTool {
    TERRAFORM("terraform"),
    TOFU("tofu"),
    TERRAGRUNT("terragrunt");

    private final String command;

    IacTool(String command) {
        this.command = requireNonNull(command);
    }

    /** The word for it on the command line, which is also the name of its program. */
    public String command() {
        return command;
    }

    /** The tool with that command, if there is one. */
    public static Optional<IacTool> named(String command) {
        return Arrays.stream(values())
                .filter(tool -> tool.command.equals(command))
                .findFirst();
    }
}
