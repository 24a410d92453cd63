package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One call of the command: what it is given, then what came of it. */
final class Call {

    private final Path directory;
    private final Runs runs;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Map<String, String> environment = Map.of("GITHUB_REPOSITORY", "acme/infra", "GITHUB_SHA", "0".repeat(40));
    private String input = "";
    private Terminal terminal = Terminal.NONE;
    private ExitCode code = ExitCode.FAILED;

    private Call(Path directory, Runs runs) {
        this.directory = directory;
        this.runs = runs;
    }

    static Call in(Path directory) {
        return new Call(directory, new Wiring());
    }

    static Call in(Path directory, Runs runs) {
        return new Call(directory, runs);
    }

    Call with(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    Call reading(String text) {
        input = text;
        return this;
    }

    Call at(Terminal streams) {
        terminal = streams;
        return this;
    }

    Call of(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, false, UTF_8),
                environment,
                directory,
                terminal);
        code = Cli.run(List.of(arguments), surroundings, runs);
        return this;
    }

    int code() {
        return code.number();
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }
}
