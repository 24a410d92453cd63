package dev.drift.it.benchmark;

import dev.drift.it.tools.Command;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The command of this checkout, as its user starts it. */
final class Launcher {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path JAR = ROOT.resolve("drift-cli/target/drift.jar");

    private Launcher() {}

    static Command drift(Object... arguments) {
        return Command.of(Stream.concat(Stream.of(ROOT.resolve("drift")), Stream.of(arguments))
                .toArray());
    }
}
