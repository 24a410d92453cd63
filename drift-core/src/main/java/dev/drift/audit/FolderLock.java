package dev.drift.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder held by one writer at a time: by a lock of the file system among processes, and by one of our own among the threads
 * of this one, for which the other does not work. Whoever ends, however, lets go.
 */
final class FolderLock {

    private static final String NAME = ".lock";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel channel;

    private FolderLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** What is done while a folder is held. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, AuditException;
    }

    /**
     * Works in a folder that exists.
     *
     * @param patience how long to wait for others
     * @throws AuditException if others hold it for longer
     * @throws IOException if it cannot be held at all
     */
    static <T> T holding(Path folder, Duration patience, Work<T> work) throws IOException, AuditException {
        FolderLock held = of(folder, patience);
        try {
            return work.done();
        } finally {
            held.letGo();
        }
    }

    private static FolderLock of(Path folder, Duration patience) throws IOException, AuditException {
        long deadline = System.nanoTime() + patience.toNanos();
        ReentrantLock thread = THREADS.computeIfAbsent(folder.toRealPath(), unused -> new ReentrantLock());
        if (!isFree(thread, patience)) {
            throw busy(folder);
        }
        try {
            return amongProcesses(folder, thread, deadline);
        } catch (IOException | AuditException | RuntimeException | Error failed) {
            thread.unlock();
            throw failed;
        }
    }

    private static FolderLock amongProcesses(Path folder, ReentrantLock thread, long deadline)
            throws IOException, AuditException {
        FileChannel channel = FileChannel.open(
                folder.resolve(NAME), PrivateFiles.options(StandardOpenOption.WRITE), PrivateFiles.file(folder));
        try {
            while (true) {
                if (channel.tryLock() != null) {
                    return new FolderLock(thread, channel);
                }
                if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                    throw busy(folder);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        } catch (IOException | AuditException | RuntimeException | Error failed) {
            channel.close();
            throw failed;
        }
    }

    /** A channel that is closed lets go of its lock. */
    private void letGo() throws IOException {
        try {
            channel.close();
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

    private static AuditException busy(Path folder) {
        return new AuditException("others are writing to " + folder + " all the time");
    }
}
