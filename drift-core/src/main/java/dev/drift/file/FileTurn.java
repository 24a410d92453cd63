package dev.drift.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A turn at a file, which one has at a time: by a lock of the file system among processes, and by one of our own among the threads
 * of this one, for which the other does not work. Whoever ends, however, lets go. Any thread may close it.
 */
public final class FileTurn implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Map<Path, Semaphore> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Semaphore taken;
    private final FileChannel channel;

    private FileTurn(Semaphore taken, FileChannel channel) {
        this.taken = taken;
        this.channel = channel;
    }

    /**
     * Takes the turn at a file, which is made if it is not there; its folder must be.
     *
     * @param patience how long to wait for others
     * @return empty if others have it for longer, or if the thread is interrupted
     * @throws IOException if nobody can have it
     */
    public static Optional<FileTurn> take(Path file, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        Path place = file.toAbsolutePath().resolveSibling("").toRealPath().resolve(file.getFileName());
        Semaphore taken = OF_THIS_PROCESS.computeIfAbsent(place, unused -> new Semaphore(1));
        if (!isFree(taken, patience)) {
            return Optional.empty();
        }
        Optional<FileTurn> turn = Optional.empty();
        try {
            turn = amongProcesses(place, taken, deadline);
            return turn;
        } finally {
            if (turn.isEmpty()) {
                taken.release();
            }
        }
    }

    /** Lets go. */
    @Override
    public synchronized void close() throws IOException {
        if (channel.isOpen()) {
            try {
                // A channel that is closed lets go of its lock.
                channel.close();
            } finally {
                taken.release();
            }
        }
    }

    private static Optional<FileTurn> amongProcesses(Path place, Semaphore taken, long deadline) throws IOException {
        FileChannel channel = PrivateFiles.open(place, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = isLocked(channel, deadline);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(new FileTurn(taken, channel)) : Optional.empty();
    }

    private static boolean isLocked(FileChannel channel, long deadline) throws IOException {
        while (channel.tryLock() == null) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    private static boolean isFree(Semaphore taken, Duration patience) {
        try {
            return taken.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
