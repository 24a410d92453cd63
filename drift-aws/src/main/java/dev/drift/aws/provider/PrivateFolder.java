package dev.drift.aws.provider;

import dev.drift.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder for nobody but its owner, deleted when it is closed. It holds a lock while it is in use, by which a neighbour tells
 * it from what a killed run left behind. Its name tells the process that made it, which never looks at the locks of its own
 * folders: to close a second channel to a file takes the lock away from the first.
 */
public record PrivateFolder(Path path, FileChannel lock) implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;
    private static final String MAKER = Long.toString(ProcessHandle.current().pid()) + "-";

    /** How long the name of a folder can be, beside its prefix: two numbers and what stands between them. */
    static final int LONGEST_NAME = 10 + 1 + 20;

    /** A new folder in the base. What killed runs left there under the same prefix is deleted on the way. */
    static PrivateFolder open(Path base, String prefix) throws IOException {
        PrivateFiles.makeFolder(base);
        Path path = Files.createTempDirectory(base, prefix + MAKER, PrivateFiles.folder(base));
        try {
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            sweep(base, prefix, Files.getOwner(path));
            return new PrivateFolder(path, lock);
        } catch (IOException broken) {
            PrivateFiles.delete(path);
            throw broken;
        }
    }

    /** Gives up quietly on what cannot be deleted; a later sweep finds it. */
    @Override
    public void close() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(path, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try {
                lock.close();
                PrivateFiles.delete(path);
            } catch (IOException stillWritten) {
                // Whoever writes into it is being ended.
            }
        }
    }

    private static void sweep(Path base, String prefix, UserPrincipal owner) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(base, prefix + "*")) {
            for (Path folder : left) {
                if (!folder.getFileName().toString().startsWith(prefix + MAKER) && isAbandoned(folder, owner)) {
                    PrivateFiles.delete(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // Nothing to sweep where nothing can be listed or deleted.
        }
    }

    private static boolean isAbandoned(Path folder, UserPrincipal owner) {
        try {
            if (!isSettled(folder) || !owner.equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                    FileLock held = channel.tryLock()) {
                return Optional.ofNullable(held).isPresent();
            }
        } catch (IOException | OverlappingFileLockException inUse) {
            return false;
        }
    }

    /** A folder just made may not have its lock yet. */
    private static boolean isSettled(Path folder) throws IOException {
        Instant made =
                Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && made.isBefore(Instant.now().minus(SETTLED));
    }
}
