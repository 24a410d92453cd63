package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Whether processes still run. One that ended and waits for its parent to take note of it does not. */
final class Liveness {

    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration PAUSE = Duration.ofMillis(1);

    private Liveness() {}

    /** Whether all of them end within this time; waited for even by an interrupted thread. */
    static boolean isOver(List<ProcessHandle> processes, Duration time) {
        return isFalseWithin(() -> processes.stream().anyMatch(Liveness::isRunning), time);
    }

    /** Whether a child of this JVM ends within this time: the platform knows without looking. */
    static boolean isOver(Process child, Duration time) {
        return isFalseWithin(child::isAlive, time);
    }

    private static boolean isFalseWithin(BooleanSupplier running, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        boolean interrupted = Thread.interrupted();
        while (running.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !running.getAsBoolean();
    }

    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isDefunct(process.pid());
    }

    private static boolean isDefunct(long pid) {
        try {
            String status =
                    Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("stat"), ISO_8859_1);
            return status.substring(status.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException notShown) {
            return false;
        }
    }
}
