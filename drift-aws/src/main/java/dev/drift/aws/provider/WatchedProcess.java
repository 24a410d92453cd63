package dev.drift.aws.provider;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A process that never outlives this one. A watchdog, a shell beside it, reads from a pipe that only this JVM holds open: when
 * the JVM ends, however it ends, the pipe does too and the watchdog ends the process and everything in its group, then deletes
 * the folder it was given. A death signal would not do: Linux ties it to the thread that spawned the child.
 */
final class WatchedProcess implements AutoCloseable {

    /**
     * The shell forks the watchdog and then becomes the program, which keeps its process id. In a session of its own, where
     * the machine can do that, the program leads a group by which its children are found. The watchdog holds none of the
     * program's streams.
     */
    private static final String SCRIPT = """
            exec 3<&0 </dev/null
            (
              trap '' HUP INT QUIT TERM
              PATH=${PATH:-}:/usr/bin:/bin
              while read -r line; do :; done
              kill -TERM -$$ || kill -TERM $$
              for pause in 1 1 1; do
                kill -0 -$$ || kill -0 $$ || break
                sleep $pause
              done
              kill -KILL -$$ || kill -KILL $$
              test -z "$0" || rm -rf -- "$0"
            ) <&3 >/dev/null 2>&1 &
            exec 3<&-
            command -v setsid >/dev/null && exec setsid "$@"
            exec "$@"
            """;

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final Duration WATCHDOG_DONE = Duration.ofSeconds(5);

    private final Process process;

    /** Done once the process has ended and the watchdog knows. */
    private final CompletableFuture<Void> end;

    private WatchedProcess(Process process) {
        this.process = process;
        this.end = process.onExit().thenRun(this::wakeWatchdog);
    }

    /**
     * Starts a program with nothing to read.
     *
     * @param words the program and its arguments
     * @param directory where it runs
     * @param environment everything it is started with
     * @param leftover the folder to delete once the process has ended, for whatever reason
     */
    static WatchedProcess start(
            List<String> words, Path directory, Map<String, String> environment, Optional<Path> leftover)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", SCRIPT, leftover.map(Path::toString).orElse("")));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new WatchedProcess(builder.start());
    }

    /** The platform closes the pipe too, but only once nobody reads the output any more, which a child may hold. */
    private void wakeWatchdog() {
        try {
            process.getOutputStream().close();
        } catch (IOException closed) {
            // It is awake.
        }
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the process ends within this time; an interrupted thread does not wait. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /**
     * Ends the process and what it started; asked first, then forced. The end of the process wakes the watchdog, which knows
     * the group; what had left the group is killed after it. Asked by its handle: {@link Process#destroy} would close the
     * pipe at once and so wake the watchdog too early.
     */
    @Override
    public void close() {
        List<ProcessHandle> offspring = offspring();
        process.toHandle().destroy();
        if (!Liveness.isOver(process, LAST_WORDS)) {
            wakeWatchdog();
            process.destroyForcibly();
        }
        end.completeOnTimeout(null, WATCHDOG_DONE.toMillis(), MILLISECONDS).join();
        if (!Liveness.isOver(offspring, WATCHDOG_DONE)) {
            offspring.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Nobody can be listed where no file can be opened any more; the watchdog knows them all the same. */
    private List<ProcessHandle> offspring() {
        try {
            return process.descendants().toList();
        } catch (RuntimeException unlisted) {
            return List.of();
        }
    }
}
