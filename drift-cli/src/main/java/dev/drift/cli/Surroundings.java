package dev.drift.cli;

import dev.drift.render.Harmless;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything that a command touches of the world.
 *
 * @param in what {@code -} reads
 * @param out where results go
 * @param err where progress and messages go
 * @param environment the variables of the process
 * @param directory what relative paths start from
 * @param terminal what stands behind the streams
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        Terminal terminal) {

    Surroundings {
        environment = Map.copyOf(environment);
        directory = directory.toAbsolutePath().normalize();
    }

    /** A file or directory named on the command line. */
    Path at(Path named) {
        return directory.resolve(named).normalize();
    }

    /** One message, whatever is in it on one line. */
    void say(String message) {
        err.print("drift: " + Harmless.line(message) + "\n");
        err.flush();
    }

    boolean coloursOut() {
        return Terminal.colours(terminal.out(), environment);
    }

    boolean coloursErr() {
        return Terminal.colours(terminal.err(), environment);
    }
}
