package dev.drift.terramate.probe;

import dev.drift.file.PrivateFiles;
import dev.drift.terramate.process.ProcessIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The private folders of looks, readable for nobody else. Each holds a lock as long as its run lives, and names the process of a
 * tool that may live longer, so that what a killed run left behind is told from what somebody works with still.
 */
final class LookFolders {

    private static final String PREFIX = "drift-look-";
    private static final String LOCK = "lock";
    /** Names the tool that works in it, which may outlive the run: an apply ends by itself, and needs its folder for that. */
    static final String USER = "process";

    private static final Duration SETTLED = Duration.ofMinutes(1);
    /**
     * Those of this process. Their locks are never tried: the system takes all locks of a process on a file away when it closes
     * any of its handles, and a sweep of another process would then find them abandoned.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private LookFolders() {}

    /** A new folder for one look. */
    static LookFolder open(Path base) throws IOException {
        Files.createDirectories(base);
        Path folder = Files.createTempDirectory(base, PREFIX, PrivateFiles.folder(base));
        OWN.add(folder);
        try {
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new LookFolder(folder, lock);
        } catch (IOException interrupted) {
            PrivateFiles.delete(folder);
            OWN.remove(folder);
            throw interrupted;
        }
    }

    /** Deletes a folder of this process that is no longer in use. */
    static void close(Path folder) throws IOException {
        PrivateFiles.delete(folder);
        OWN.remove(folder);
    }

    /** Deletes what runs that were killed left behind. What cannot be deleted stays; it is not this run's business. */
    static void sweep(Path base) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (Path folder : left) {
                if (!OWN.contains(folder) && isAbandoned(folder)) {
                    PrivateFiles.delete(folder);
                }
            }
        } catch (IOException unreadable) {
            // Nothing to sweep where nothing can be listed.
        }
    }

    private static boolean isAbandoned(Path folder) {
        try {
            if (!isSettledAndOwn(folder) || isLent(folder)) {
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

    private static boolean isLent(Path folder) throws IOException {
        Path user = folder.resolve(USER);
        return Files.exists(user)
                && ProcessIdentity.read(Files.readString(user))
                        .filter(ProcessIdentity::isAlive)
                        .isPresent();
    }

    /** A folder just made may not have its lock yet. */
    private static boolean isSettledAndOwn(Path folder) throws IOException {
        String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
        Instant made =
                Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && owner.equals(System.getProperty("user.name"))
                && made.isBefore(Instant.now().minus(SETTLED));
    }
}
