package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds programs of one Go module in a module of our own that requires exactly one version of it: {@code go install}
 * would ask for a list of versions, and would refuse a module with {@code replace} directives.
 *
 * @param path of the module, such as {@code github.com/opentofu/opentofu}
 * @param version with its {@code v}
 * @param programs packages to build, below the module; empty for the module itself
 * @param extras lines of {@code go.mod} the module needs, its own {@code replace} directives above all
 */
record GoModule(String path, String version, List<String> programs, List<String> extras) implements Recipe {

    private static final Duration COLD_BUILD = Duration.ofMinutes(20);

    GoModule {
        requireNonNull(path, "path is null");
        requireNonNull(version, "version is null");
        programs = List.copyOf(programs);
        extras = List.copyOf(extras);
    }

    @Override
    public void install(Path folder) throws IOException, InterruptedException {
        build(folder, "");
    }

    /** Builds with a {@code go.sum} to start from. */
    void build(Path folder, String sums) throws IOException, InterruptedException {
        Path source = Files.createTempDirectory("go-module");
        try {
            Files.writeString(source.resolve("go.mod"), manifest());
            Files.writeString(source.resolve("go.sum"), sums);
            Files.writeString(source.resolve("tools.go"), imports());
            List<Object> words = new ArrayList<>(List.of("go", "build", "-mod=mod", "-o", folder + "/"));
            words.addAll(packages());
            Command.of(words.toArray()).in(source).within(COLD_BUILD).output();
        } finally {
            FileTree.remove(source);
        }
    }

    private String manifest() {
        return """
                module drift.dev/tools

                go 1.25

                require %s %s

                %s
                """.formatted(path, version, String.join("\n", extras));
    }

    /** Keeps the requirement: a module that nothing imports is dropped again. */
    private String imports() {
        return packages().stream()
                .map("import _ \"%s\""::formatted)
                .collect(Collectors.joining("\n", "//go:build tools\n\npackage tools\n\n", "\n"));
    }

    private List<String> packages() {
        return programs.isEmpty()
                ? List.of(path)
                : programs.stream().map(program -> path + "/" + program).toList();
    }
}
