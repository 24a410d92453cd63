package dev.drift.terramate.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs the way a shell does, in the {@code PATH} of the environment they are to run in. */
public final class ToolPath {

    private ToolPath() {}

    /** The program of that name; empty if no folder of the {@code PATH} holds it. */
    public static Optional<Path> find(String program, UserEnvironment environment) {
        return environment.variable("PATH").stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> file(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> file(String folder, String program) {
        try {
            return Stream.of(Path.of(folder, program).toAbsolutePath());
        } catch (InvalidPathException unusable) {
            return Stream.empty();
        }
    }
}
