package dev.drift.alert;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A route told by one at a time: by a lock of the file system among processes, and by one of our own among the threads of this
 * one, for which the other does not work. Whoever ends, however, lets go.
 */
final class RouteLock {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private RouteLock() {}

    /** What is done while a route is held. */
    @FunctionalInterface
    interface Work {
        void run() throws AlertException;
    }

    /**
     * Works while a thread lock is held.
     *
     * @param patience how long to wait for others
     * @throws AlertException if others hold it for longer
     */
    static void holding(ReentrantLock thread, String route, Duration patience, Work work) throws AlertException {
        if (!isFree(thread, patience)) {
            throw busy(route);
        }
        try {
            work.run();
        } finally {
            thread.unlock();
        }
    }

    /**
     * Works while a file is held, in a folder that exists.
     *
     * @param name of the file
     * @param patience how long to wait for others
     * @throws AlertException if others hold it for longer
     * @throws IOException if it cannot be held at all
     */
    static void holding(Path folder, String name, String route, Duration patience, Work work)
            throws IOException, AlertException {
        long deadline = System.nanoTime() + patience.toNanos();
        Path place = folder.toRealPath().resolve(name);
        ReentrantLock thread = THREADS.computeIfAbsent(place, unused -> new ReentrantLock());
        if (!isFree(thread, patience)) {
            throw busy(route);
        }
        // A channel that is closed lets go of its lock.
        try (FileChannel channel = FileChannel.open(
                place, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownersOnly(place))) {
            while (channel.tryLock() == null) {
                if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                    throw busy(route);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            work.run();
        } finally {
            thread.unlock();
        }
    }

    private static boolean isFree(ReentrantLock thread, Duration patience) {
        try {
            return thread.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static AlertException busy(String route) {
        return new AlertException("others are telling the route " + route + " all the time");
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
