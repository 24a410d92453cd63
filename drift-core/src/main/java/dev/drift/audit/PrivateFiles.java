package dev.drift.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that their owner alone reads, written so that they are there when the machine stops. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes a folder, and those above it that are not there; one that is there stays as it is. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /** Writes behind what is there. */
    static void append(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options(StandardOpenOption.APPEND), file(file))) {
            write(channel, content);
        }
    }

    /** Writes in place of what is there, all of it or nothing. */
    static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(beside);
        try (FileChannel channel = FileChannel.open(beside, options(StandardOpenOption.WRITE), file(file))) {
            write(channel, content);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Drops what lies behind a length. */
    static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length).force(true);
        }
    }

    /** Lets the names in a folder be there when the machine stops, where the system can. */
    static void settle(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notThisSystem) {
            // Folders cannot be opened everywhere; where they cannot, names are settled with the files.
        }
    }

    static Set<OpenOption> options(StandardOpenOption how) {
        return Set.of(StandardOpenOption.CREATE, how);
    }

    static FileAttribute<?>[] file(Path file) {
        return attributes(file, "rw-------");
    }

    private static FileAttribute<?>[] attributes(Path made, String permissions) {
        boolean posix = made.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }
}
