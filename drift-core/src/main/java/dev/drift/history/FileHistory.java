package dev.drift.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.stack.StackPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Remembers in a folder: one file with a line for each stack, which holds its path, moments and a fingerprint, and no value of it.
 * The file is replaced as a whole, so nobody ever reads half of one, and runs side by side, also of several processes, keep the
 * newest check of every stack. Folder and file are readable for their owner only. A line that cannot be understood counts as
 * nothing remembered of its stack, which is told, and is gone behind the next run.
 *
 * <p>The folder is made when something is remembered first. Where it cannot be written that is a {@link HistoryException}; where
 * it cannot be read that is told, and nothing is known.
 */
public final class FileHistory implements ReportHistory {

    /** Locks of files keep processes apart, and threads of one process not at all. */
    private static final ReentrantLock OF_THIS_PROCESS = new ReentrantLock();

    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Path folder;
    private final Path file;
    private final Consumer<String> told;

    private FileHistory(Path folder, Consumer<String> told) {
        this.folder = folder.toAbsolutePath();
        this.file = this.folder.resolve("checks.jsonl");
        this.told = requireNonNull(told, "told is null");
    }

    /** In a folder; what cannot be understood there is told, in one line. */
    public static FileHistory in(Path folder, Consumer<String> told) {
        return new FileHistory(folder, told);
    }

    @Override
    public Map<StackPath, LastCheck> last(Collection<StackPath> stacks) {
        try {
            return known().of(stacks);
        } catch (IOException unreadable) {
            told.accept("The history cannot be read and counts as empty: " + file);
            return Map.of();
        }
    }

    @Override
    public void remember(Collection<LastCheck> checks) {
        OF_THIS_PROCESS.lock();
        try {
            Files.createDirectories(folder, ownersOnly("rwx------"));
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    write(known().with(checks).write());
                }
            }
        } catch (IOException refused) {
            throw new HistoryException("The history cannot be written below " + folder, refused);
        } finally {
            OF_THIS_PROCESS.unlock();
        }
    }

    private LastChecks known() throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is too large");
            }
            LastChecks known = LastChecks.read(new String(Files.readAllBytes(file), UTF_8));
            if (known.damaged() > 0) {
                told.accept("Of the history %d line(s) cannot be understood, and their stacks begin anew: %s"
                        .formatted(known.damaged(), file));
            }
            return known;
        } catch (NoSuchFileException never) {
            return LastChecks.NONE;
        }
    }

    /** Under a name that is always the same, so that a process that is killed leaves one file behind and not many. */
    private void write(String text) throws IOException {
        Path beside = folder.resolve("checks.jsonl.tmp");
        Files.deleteIfExists(beside);
        try (FileChannel channel = FileChannel.open(
                beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly("rw-------"))) {
            ByteBuffer left = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
