package dev.drift.it.provision;

import dev.drift.it.example.DriftCommand;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A {@code drift provision} that is under way, with everything it starts in a process group of its own, as at a terminal. */
final class Running implements AutoCloseable {

    private static final Duration ENOUGH = Duration.ofMinutes(2);

    private final Process process;
    private final Path out;
    private final Path err;

    private Running(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Running of(Yard yard, String... arguments) throws IOException {
        Path out = yard.root().resolveSibling("out");
        Path err = yard.root().resolveSibling("err");
        String[] words = Stream.concat(Stream.of("provision", "--verbose"), Stream.of(arguments))
                .toArray(String[]::new);
        Command command = DriftCommand.of(yard.root(), yard.environment(), words)
                .behind(List.of("setsid"))
                .behind(RealTools.interruptible());
        return new Running(command.start(out, err), out, err);
    }

    void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(ENOUGH)
                .failFast("it ended", () -> !process.isAlive())
                .until(condition);
    }

    /** Sends a signal to everybody in the group, as Ctrl-C at a terminal does. */
    void signalGroup(String signal) throws IOException, InterruptedException {
        Command.of("kill", "-" + signal, "--", "-" + process.pid()).output();
    }

    /** Kills it alone, at once; what it started lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(ENOUGH.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end: " + errorsOrNothing());
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(out);
    }

    String errors() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String errorsOrNothing() {
        try {
            return errors();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
