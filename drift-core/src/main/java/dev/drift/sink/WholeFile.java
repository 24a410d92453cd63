package dev.drift.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.function.Supplier;

/**
 * A file that is written as a whole or not at all: beside its place, under a temporary name that only its owner can read, and then
 * moved. A new file is readable for its owner only; one that was there keeps its permissions.
 *
 * @param file where to; its folder must exist
 */
public record WholeFile(Path file) {

    public WholeFile {
        requireNonNull(file, "file is null");
    }

    /** How it is named where a delivery is told. */
    String destination() {
        return "file " + file;
    }

    /** Writes the text in place of what the file held before; what came of that. */
    public Delivery deliver(Supplier<String> text) {
        Attempt attempt = () -> write(text.get());
        return attempt.at(destination());
    }

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
