package dev.drift.terramate.cloud.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of a run that is no more, held so that no other run takes it as well.
 *
 * @param file where it is
 * @param channel holds the lock
 * @param entries what it left open
 */
record AbandonedFile(Path file, FileChannel channel, List<JournalEntry> entries) implements AutoCloseable {

    /** Nobody remembers what was begun that long ago. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private static final long LARGEST = 16L * 1024 * 1024;

    AbandonedFile {
        entries = List.copyOf(entries);
    }

    /** Takes a file; empty if its run still lives, or it speaks of another place. */
    static Optional<AbandonedFile> take(Path file, Value place) {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException gone) {
            return Optional.empty();
        }
        try {
            FileLock lock = channel.tryLock();
            String text = text(channel);
            if (lock != null && isOf(text, place)) {
                return Optional.of(new AbandonedFile(file, channel, open(text)));
            }
            if (lock != null && isOld(file)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException alive) {
            // Its run still writes to it.
        }
        release(channel);
        return Optional.empty();
    }

    /** What a journal's text leaves open. */
    static List<JournalEntry> open(String text) {
        List<JournalEntry> open = new ArrayList<>();
        text.lines().forEach(line -> {
            Value said = json(line);
            JournalEntry.read(said.field("open")).ifPresent(entry -> {
                open.removeIf(entry::isSameAs);
                open.add(entry);
            });
            JournalEntry.read(said.field("over")).ifPresent(entry -> open.removeIf(entry::isSameAs));
        });
        return open;
    }

    /** It is ended now, whatever becomes of the others. The last line of a killed run may lack its end. */
    void forget(JournalEntry entry) {
        try {
            String line = "\n" + Json.write(Value.of(Map.of("over", entry.json()))) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)), channel.size());
        } catch (IOException full) {
            // Ending it again does no harm.
        }
    }

    /** All it left open is ended now. */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // Ending it again does no harm.
        }
    }

    boolean isOld() {
        return isOld(file);
    }

    @Override
    public void close() {
        release(channel);
    }

    /** Read by the channel itself: closing another one of the same file would give up the lock. */
    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
        int last = 0;
        while (bytes.hasRemaining() && last >= 0) {
            last = channel.read(bytes);
        }
        return new String(bytes.array(), 0, bytes.position(), UTF_8);
    }

    private static boolean isOf(String text, Value place) {
        return text.lines().findFirst().filter(line -> json(line).equals(place)).isPresent();
    }

    private static boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(OLDEST));
        } catch (IOException gone) {
            return false;
        }
    }

    private static Value json(String line) {
        try {
            return Json.read(line);
        } catch (JsonException cutShort) {
            return Value.ofNull();
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            // It holds nothing any more.
        }
    }
}
