package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One program to run to its end, with nothing to read from. What is not said by {@link #with} comes from this process.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 * @param environment variables on top of this process's own; an empty value removes one
 * @param patience after which the program and its children are ended
 */
public record Command(List<String> words, Path folder, Map<String, String> environment, Duration patience) {

    private static final Duration ENOUGH_FOR_MOST = Duration.ofMinutes(5);

    public Command {
        words = List.copyOf(words);
        requireNonNull(folder, "folder is null");
        environment = Map.copyOf(environment);
        requireNonNull(patience, "patience is null");
    }

    /** Runs in the temporary folder of the machine unless {@link #in} says otherwise. */
    public static Command of(Object... words) {
        return new Command(
                Stream.of(words).map(Object::toString).toList(),
                Path.of(System.getProperty("java.io.tmpdir")),
                Map.of(),
                ENOUGH_FOR_MOST);
    }

    public Command in(Path other) {
        return new Command(words, other, environment, patience);
    }

    public Command with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Command(words, folder, all, patience);
    }

    public Command within(Duration other) {
        return new Command(words, folder, environment, other);
    }

    /** The same as the last argument of another, which says how it runs. */
    public Command behind(List<String> wrapper) {
        return new Command(Stream.concat(wrapper.stream(), words.stream()).toList(), folder, environment, patience);
    }

    /** Runs the program and returns what it said, whatever its exit code. */
    public Outcome run() throws IOException, InterruptedException {
        Path out = Files.createTempFile("command", ".out");
        Path err = Files.createTempFile("command", ".err");
        try {
            Process process = start(out, err);
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process.toHandle());
                process.waitFor();
            }
            int exit = ended ? process.exitValue() : Outcome.OUT_OF_TIME;
            return new Outcome(exit, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Runs the program and returns its standard output; anything but exit code 0 is an {@link IOException}. */
    public String output() throws IOException, InterruptedException {
        Outcome outcome = run();
        if (outcome.exit() != 0) {
            throw new IOException("%s in %s: exit %d%n%s%s"
                    .formatted(String.join(" ", words), folder, outcome.exit(), outcome.out(), outcome.err()));
        }
        return outcome.out();
    }

    /** Starts the program and leaves the rest, patience included, to whoever asked. */
    public Process start(Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        tell(builder.environment());
        return builder.start();
    }

    /** Brings what is said by {@link #with} into the environment of a process that is about to start. */
    void tell(Map<String, String> variables) {
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                variables.remove(name);
            } else {
                variables.put(name, value);
            }
        });
    }

    private static void end(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** What a program left behind: its exit code, or {@link #OUT_OF_TIME}, and both its outputs. */
    public record Outcome(int exit, String out, String err) {
        public static final int OUT_OF_TIME = -1;
    }
}
