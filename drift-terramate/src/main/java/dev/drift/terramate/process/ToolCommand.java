package dev.drift.terramate.process;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One call of a tool.
 *
 * @param words the program and its arguments; everybody on the machine can see them, so no secret is ever among them
 * @param directory where it runs
 * @param environment everything it is started with
 * @param outputFile where its standard output goes as it is; empty to hand its lines on
 */
public record ToolCommand(List<String> words, Path directory, UserEnvironment environment, Optional<Path> outputFile) {

    public ToolCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A command has at least one word");
        }
        requireNonNull(directory, "directory is null");
        requireNonNull(environment, "environment is null");
        requireNonNull(outputFile, "outputFile is null");
    }

    /** A call whose output is handed on line by line. */
    public ToolCommand(List<String> words, Path directory, UserEnvironment environment) {
        this(words, directory, environment, Optional.empty());
    }
}
