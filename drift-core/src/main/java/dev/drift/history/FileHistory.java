package dev.drift.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.stack.StackPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Remembers in a folder: one small file for each stack, with its path, moments and a fingerprint, and no value of it. A file is
 * replaced as a whole, so nobody ever reads half of one, and runs side by side, also of several processes, keep the newest check.
 * Folder and files are readable for their owner only. A file that cannot be understood counts as nothing remembered, which is
 * told, and is replaced by the next check.
 *
 * <p>The folder is made when something is remembered first. Where it cannot be written that is a {@link HistoryException}.
 */
public final class FileHistory implements ReportHistory {

    /** Locks of files keep processes apart, and threads of one process not at all. */
    private static final ReentrantLock OF_THIS_PROCESS = new ReentrantLock();

    private static final long MOST_BYTES = 65_536;

    private final Path folder;
    private final Consumer<String> told;

    private FileHistory(Path folder, Consumer<String> told) {
        this.folder = folder.toAbsolutePath();
        this.told = requireNonNull(told, "told is null");
    }

    /** In a folder; what cannot be understood there is told, one line each. */
    public static FileHistory in(Path folder, Consumer<String> told) {
        return new FileHistory(folder, told);
    }

    @Override
    public Optional<LastCheck> last(StackPath stack) {
        Path file = file(stack);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("it is too large");
            }
            return Optional.of(CheckJson.read(Files.readString(file)))
                    .filter(check -> check.stack().equals(stack));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            told.accept("The history of " + stack + " cannot be understood and begins anew: " + file);
            return Optional.empty();
        }
    }

    @Override
    public void remember(LastCheck check) {
        OF_THIS_PROCESS.lock();
        try {
            Files.createDirectories(folder, ownersOnly("rwx------"));
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()
                        && last(check.stack())
                                .filter(known -> isNewer(known, check))
                                .isEmpty()) {
                    write(check);
                }
            }
        } catch (IOException refused) {
            throw new HistoryException("The history cannot be written below " + folder, refused);
        } finally {
            OF_THIS_PROCESS.unlock();
        }
    }

    private static boolean isNewer(LastCheck known, LastCheck check) {
        return check.checkedAt().isBefore(known.checkedAt());
    }

    private void write(LastCheck check) throws IOException {
        Path temporary = Files.createTempFile(folder, ".check-", ".tmp", ownersOnly("rw-------"));
        try {
            Files.write(temporary, CheckJson.write(check).getBytes(UTF_8));
            Files.move(
                    temporary,
                    file(check.stack()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Paths of stacks may hold anything; a digest is a name that every file system takes. */
    private Path file(StackPath stack) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(stack.value().getBytes(UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".json");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
