package dev.drift.terramate.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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
    private final LinePump pump;
    private boolean asked;

    private LockingProcess(Process process, ProcessTree tree, Path log, Consumer<String> lines) throws IOException {
        this.process = process;
        this.tree = tree;
        this.pump = LinePump.start(
                new FollowedFile(log, process::isAlive), ToolProcess.both(printed, lines), "tool-output");
    }

    /**
     * Starts the command.
     *
     * @param log the file that everything it prints goes to
     * @param lines sees every line of it, from another thread; what it throws is dropped
     * @throws IOException if it could not be started
     */
    public static LockingProcess start(ToolCommand command, Path log, Consumer<String> lines) throws IOException {
        String mark = UUID.randomUUID().toString();
        Set<String> strangers = ProcessTree.present();
        ProcessBuilder builder = ToolProcess.builder(command, mark)
                .command(inOwnSession(command))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return new LockingProcess(process, new ProcessTree(process, ToolProcess.marked(mark), strangers), log, lines);
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
            pump.awaitDry(STRAGGLING_OUTPUT);
        } catch (InterruptedException later) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return byItself ? Optional.of(new ToolRun(process.exitValue(), printed, new Transcript())) : Optional.empty();
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
