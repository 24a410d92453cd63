package dev.drift.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and folders that their owner alone can read, where the system knows owners. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** What to make a file with, on the file system of a place. */
    public static FileAttribute<?>[] file(Path place) {
        return attributes(place, "rw-------");
    }

    /** What to make a folder with, on the file system of a place. */
    public static FileAttribute<?>[] folder(Path place) {
        return attributes(place, "rwx------");
    }

    /** Makes a folder, and those above it that are not there; one that is there stays as it is. */
    public static void makeFolder(Path folder) throws IOException {
        // The library takes a link to a folder for none.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, folder(folder));
        }
    }

    /**
     * Writes in place of what is there, all of it or nothing, whoever else does the same; folders that are missing are made. When
     * the machine stops, it may be lost.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        makeFolder(folder);
        Path beside = Files.createTempFile(folder, ".unfinished-", ".tmp", file(folder));
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Writes in place of what is there, all of it or nothing, so that it is there when the machine stops. One at a time: what is
     * unfinished has always the same name, so that a process that is killed leaves one file behind and not many.
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(beside);
        write(beside, StandardOpenOption.WRITE, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes behind what is there, so that it is there when the machine stops. */
    public static void append(Path file, byte[] content) throws IOException {
        write(file, StandardOpenOption.APPEND, content);
    }

    /** Drops what lies behind a length. */
    public static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length).force(true);
        }
    }

    /** Lets the names in a folder be there when the machine stops, where the system can. */
    public static void settle(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notThisSystem) {
            // Folders cannot be opened everywhere; where they cannot, names are settled with the files.
        }
    }

    /** Deletes a folder with everything in it; links are deleted, not followed. What is gone already is no failure. */
    public static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Opens a file, which is made if it is not there. */
    static FileChannel open(Path file, StandardOpenOption how) throws IOException {
        return FileChannel.open(file, Set.<OpenOption>of(StandardOpenOption.CREATE, how), file(file));
    }

    private static void write(Path file, StandardOpenOption how, byte[] content) throws IOException {
        try (FileChannel channel = open(file, how)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Path place, String permissions) {
        boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
