package dev.drift.terramate.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process and everything it started. Children whose parent is gone belong to nobody that could be asked, so every process of
 * the tree carries a mark in its environment by which it is found where the system shows environments.
 */
final class ProcessTree {

    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final int ROUNDS = 3;
    private static final int LOOKS = 10;
    private static final long KERNEL_THREADS = 2;
    private static final long SLICE = 50;

    private final Process root;
    private final String mark;
    private final Set<String> strangers;

    /** With the processes that were there before the root was. */
    ProcessTree(Process root, String mark, Set<String> strangers) {
        this.root = root;
        this.mark = mark;
        this.strangers = strangers;
    }

    /** The processes there are now, by their ids, where the system shows them. */
    static Set<String> present() {
        String[] entries = PROCESSES.toFile().list((folder, name) -> Character.isDigit(name.charAt(0)));
        return entries == null ? Set.of() : Set.of(entries);
    }

    /**
     * Ends all of it, however often the thread is interrupted meanwhile. The root is asked first and alone, so that it can put
     * its children to rest; what is left after the grace is asked, then killed.
     */
    void end(Duration grace) {
        Set<ProcessHandle> known = new LinkedHashSet<>();
        if (root.isAlive()) {
            known.addAll(members());
            root.destroy();
            awaitAll(List.of(root.toHandle()), grace);
        }
        known.addAll(members());
        known.forEach(ProcessHandle::destroy);
        awaitAll(known, LAST_WORDS);
        for (int round = 0; round < ROUNDS && !known.isEmpty(); round++) {
            root.destroyForcibly();
            known.forEach(ProcessHandle::destroyForcibly);
            awaitAll(known, LAST_WORDS);
            known = members();
        }
    }

    private Set<ProcessHandle> members() {
        Stream<ProcessHandle> related =
                root.isAlive() ? Stream.concat(Stream.of(root.toHandle()), root.descendants()) : Stream.empty();
        return Stream.concat(related, marked())
                .filter(ProcessTree::isRunning)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Asking every process of a machine costs more than most tools do, so those that were there before are left out. */
    private Stream<ProcessHandle> marked() {
        return present().stream()
                .filter(process -> !strangers.contains(process))
                .flatMap(process -> ProcessHandle.of(Long.parseLong(process)).stream())
                .filter(this::carriesMark);
    }

    /** A process that is just becoming another program shows no environment for a moment, so an empty one is asked again. */
    private boolean carriesMark(ProcessHandle process) {
        try {
            String environment = Files.readString(entry(process, "environ"), ISO_8859_1);
            for (int look = 0; look < LOOKS && environment.isEmpty() && isProgram(process); look++) {
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                environment = Files.readString(entry(process, "environ"), ISO_8859_1);
            }
            return environment.contains(mark);
        } catch (IOException foreignOrGone) {
            return false;
        }
    }

    /** Threads of the kernel have no environment at all. */
    private static boolean isProgram(ProcessHandle process) {
        return isRunning(process)
                && process.parent()
                        .filter(parent -> parent.pid() != KERNEL_THREADS)
                        .isPresent();
    }

    /** A process that ended and waits for init to take note of it holds nothing any more. */
    static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String status = Files.readString(entry(process, "stat"), ISO_8859_1);
            return !status.substring(status.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException notShown) {
            return process.isAlive();
        }
    }

    private static Path entry(ProcessHandle process, String name) {
        return PROCESSES.resolve(Long.toString(process.pid())).resolve(name);
    }

    private static void awaitAll(Iterable<ProcessHandle> processes, Duration time) {
        Deadline deadline = Deadline.in(time);
        boolean interrupted = false;
        for (ProcessHandle process : processes) {
            while (isRunning(process) && !deadline.left().isZero()) {
                interrupted |= awaitOne(process, deadline).isEmpty();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it ended; empty if the waiting was interrupted. */
    private static Optional<Boolean> awaitOne(ProcessHandle process, Deadline deadline) {
        try {
            process.onExit().get(Math.max(1, Math.min(SLICE, deadline.left().toMillis())), TimeUnit.MILLISECONDS);
            return Optional.of(true);
        } catch (InterruptedException interrupted) {
            return Optional.empty();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException notYet) {
            return Optional.of(false);
        }
    }
}
