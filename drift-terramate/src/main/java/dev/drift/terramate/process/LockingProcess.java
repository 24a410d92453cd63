package dev.drift.terramate.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A tool that holds a lock, or is in the middle of changing something, and must not be torn away from it. It runs in a session
 * of its own, so that a signal to everybody at a terminal does not reach it, and writes to a file, so that it comes to its end
 * even where this process does not live to see it. It is asked to stop once, by the signal its kind answers to by stopping in
 * good order. Used by one thread.
 */
public final class LockingProcess {

    private static final Duration STRAGGLING_OUTPUT = Duration.ofSeconds(2);

    private final Process process;
    private final ProcessTree tree;
    private final Transcript printed = new Transcript();
    private final Optional<LinePump> pump;
    private boolean asked;

    private LockingProcess(Process process, ProcessTree tree, InputStream written, Consumer<String> lines) {
        this.process = process;
        this.tree = tree;
        this.pump = pump(new FollowedFile(written, process::isAlive), ToolProcess.both(printed, lines));
    }

    /**
     * Starts the command. Once it runs nothing fails any more: somebody has to wait for it.
     *
     * @param log the file that everything it prints goes to
     * @param lines sees every line of it, from another thread; what it throws is dropped
     * @throws IOException if it could not be started, and then it does not run
     */
    public static LockingProcess start(ToolCommand command, Path log, Consumer<String> lines) throws IOException {
        String mark = UUID.randomUUID().toString();
        Set<String> strangers = ProcessTree.present();
        Files.write(log, new byte[0]);
        InputStream written = Files.newInputStream(log);
        Process process;
        try {
            process = ToolProcess.builder(command, mark)
                    .command(inOwnSession(command))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException notStarted) {
            written.close();
            throw notStarted;
        }
        closeInput(process);
        return new LockingProcess(
                process, new ProcessTree(process, ToolProcess.marked(mark), strangers), written, lines);
    }

    /** By which it is known to others. */
    public ProcessIdentity identity() {
        return ProcessIdentity.of(process.toHandle());
    }

    /** Whether it ended within the time, by itself or because it was asked to. */
    public boolean awaitEnd(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The same for those who cannot leave. A thread that is interrupted meanwhile waits on and is interrupted in the end. */
    public boolean awaitEndAnyway(Duration time) {
        Deadline deadline = Deadline.in(time);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return awaitEnd(deadline.left());
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks it to stop in good order; asking again does nothing, because tools take that for haste. */
    public void ask() {
        if (!asked) {
            asked = true;
            process.destroy();
        }
    }

    /**
     * How it ended, with none of its processes left. One that still runs is killed, and then it is not said how it ended: what
     * it held and wrote is in nobody's hands.
     */
    public Optional<ToolRun> end() {
        boolean byItself = !process.isAlive();
        boolean interrupted = Thread.interrupted();
        try {
            if (!byItself) {
                process.destroyForcibly();
            }
            tree.end(Duration.ofSeconds(1));
            if (pump.isPresent()) {
                pump.get().awaitDry(STRAGGLING_OUTPUT);
            }
        } catch (InterruptedException later) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return byItself ? Optional.of(new ToolRun(process.exitValue(), printed, new Transcript())) : Optional.empty();
    }

    /** Where there is no room for one more thread nobody hears what the tool prints; it is waited for all the same. */
    private static Optional<LinePump> pump(FollowedFile written, Consumer<String> lines) {
        try {
            return Optional.of(LinePump.start(written, lines, "tool-output"));
        } catch (OutOfMemoryError noThread) {
            return Optional.empty();
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException unwritable) {
            // It gets nothing to read either way.
        }
    }

    /** Where the system has no such program the tool stays in the session of this process. */
    private static List<String> inOwnSession(ToolCommand command) {
        List<String> words = new ArrayList<>();
        ToolPath.find("setsid", command.environment())
                .map(Path::toString)
                .ifPresentOrElse(
                        words::add,
                        () -> ToolPath.find("perl", command.environment())
                                .ifPresent(perl -> words.addAll(List.of(
                                        perl.toString(), "-MPOSIX", "-e", "setsid(); exec {$ARGV[0]} @ARGV", "--"))));
        words.addAll(command.words());
        return words;
    }
}
