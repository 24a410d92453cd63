package dev.drift.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** A file that is written as a whole or not at all. */
record WholeFile(Path file) {

    /** Writes the text in place of what the file held before. */
    void write(String text) throws SinkException {
        try {
            write(place(), text.getBytes(UTF_8));
        } catch (IOException refused) {
            throw new SinkException("Report cannot be written to " + file + ": " + reason(refused), refused);
        }
    }

    /**
     * A link stays, and what it points to is written; a device or a pipe is not a place that can be replaced, and neither is
     * what an open stream such as {@code /dev/stdout} happens to lead to.
     */
    private Path place() throws IOException, SinkException {
        if (isStream() || (Files.exists(file) && !Files.isRegularFile(file))) {
            throw new SinkException("Report cannot be written to " + file + ": that is no ordinary file");
        }
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = folder(place);
        if (!Files.isDirectory(folder)) {
            throw new SinkException("Report cannot be written to " + file + ": there is no folder " + folder);
        }
        return place;
    }

    private boolean isStream() {
        Path named = file.toAbsolutePath().normalize();
        return named.startsWith("/dev") || named.startsWith("/proc");
    }

    private static void write(Path place, byte[] text) throws IOException {
        Path temporary = Files.createTempFile(folder(place), ".drift-report-", ".tmp");
        try {
            Files.write(temporary, text);
            keepPermissions(place, temporary);
            moveTo(place, temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Who could read the file before still can. */
    private static void keepPermissions(Path place, Path temporary) throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        if (before != null && Files.exists(place)) {
            Files.setPosixFilePermissions(temporary, before.readAttributes().permissions());
        }
    }

    private static Path folder(Path place) {
        Path folder = place.getParent();
        return folder == null ? place : folder;
    }

    private static void moveTo(Path file, Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException refused) {
        String words = refused instanceof FileSystemException told ? told.getReason() : refused.getMessage();
        return words == null
                ? refused.getClass().getSimpleName()
                : words.lines().findFirst().orElse("");
    }
}
