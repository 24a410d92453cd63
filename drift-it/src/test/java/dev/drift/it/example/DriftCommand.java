package dev.drift.it.example;

import dev.drift.it.tools.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher of this checkout, called as its users call it. */
public final class DriftCommand {

    private static final Path LAUNCHER = Path.of("..", "drift").toAbsolutePath().normalize();

    private DriftCommand() {}

    /** Runs {@code ./drift} with these arguments in a folder. */
    public static Command.Outcome run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return of(folder, environment, arguments).run();
    }

    /**
     * {@code ./drift} with these arguments in a folder. What it remembers between runs of that folder lies with what is built, unless
     * the environment says where, and never with whoever runs the tests.
     */
    public static Command of(Path folder, Map<String, String> environment, String... arguments) {
        List<Object> words = new ArrayList<>(List.of(LAUNCHER));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray())
                .in(folder)
                .with(Map.of("XDG_STATE_HOME", remembered(folder).toString()))
                .with(environment)
                .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
                .within(Duration.ofMinutes(15));
    }

    private static Path remembered(Path folder) {
        return Path.of("target", "state", Integer.toHexString(folder.toString().hashCode()))
                .toAbsolutePath();
    }
}
