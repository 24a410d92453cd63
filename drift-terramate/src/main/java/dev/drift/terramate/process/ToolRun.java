package dev.drift.terramate.process;

import static java.util.Objects.requireNonNull;

/**
 * How a tool's run ended by itself.
 *
 * @param exitCode what it said it was
 * @param output what is kept of its standard output
 * @param errors what is kept of its standard error
 */
public record ToolRun(int exitCode, Transcript output, Transcript errors) {

    public ToolRun {
        requireNonNull(output, "output is null");
        requireNonNull(errors, "errors is null");
    }
}
