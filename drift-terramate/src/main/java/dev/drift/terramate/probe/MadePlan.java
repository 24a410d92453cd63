package dev.drift.terramate.probe;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.stack.Stack;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A plan in the private folder of a look, in clear. Its files are gone when the look is over.
 *
 * @param stack the stack it was made for
 * @param tool the tool that was asked for it
 * @param file the plan file
 * @param json what the tool shows of it for programs
 * @param secrets what the environment of the tool keeps secret, by the names of its variables
 * @param rendering lets the tool show it for people, without those; empty if the tool does not
 *     do so in time
 */
public record MadePlan(
        Stack stack, IacTool tool, Path file, Path json, Set<String> secrets, Supplier<Optional<String>> rendering) {

    public MadePlan {
        requireNonNull(stack, "stack is null");
        requireNonNull(tool, "tool is null");
        requireNonNull(file, "file is null");
        requireNonNull(json, "json is null");
        secrets = Set.copyOf(secrets);
        requireNonNull(rendering, "rendering is null");
    }

    /** Which stack only: the rest is in clear. */
    @Override
    public String toString() {
        return "plan of " + stack;
    }
}
