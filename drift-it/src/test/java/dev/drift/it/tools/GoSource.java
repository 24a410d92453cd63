package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Builds a Go program of our own, with exactly the modules its {@code go.sum} knows.
 *
 * @param program its folder in the resources, and the name of what is built
 * @param files of that folder, {@code go.mod} and {@code go.sum} among them
 */
record GoSource(String program, List<String> files) implements Recipe {

    private static final Duration COLD_BUILD = Duration.ofMinutes(20);

    GoSource {
        requireNonNull(program, "program is null");
        files = List.copyOf(files);
    }

    @Override
    public void install(Path folder) throws IOException, InterruptedException {
        Path source = Files.createTempDirectory("go-source");
        try {
            for (String file : files) {
                try (InputStream in = GoSource.class.getResourceAsStream("/" + program + "/" + file)) {
                    Files.copy(requireNonNull(in, "no such file: " + file), source.resolve(file));
                }
            }
            Command.of("go", "build", "-mod=readonly", "-trimpath", "-o", folder.resolve(program), ".")
                    .in(source)
                    .within(COLD_BUILD)
                    .output();
        } finally {
            FileTree.remove(source);
        }
    }
}
