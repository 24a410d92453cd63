package dev.drift.terramate.cloud.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.file.PrivateFiles;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Remembers on disk what was begun in Terramate Cloud and not ended, so that a later run can end what a killed one left
 * running. Every run has a file of its own, which it locks for as long as it lives and which only its owner can read; it holds
 * identities, no secrets. A journal that cannot be written is a run without one. Safe for use by several threads.
 */
public final class SessionJournal implements AutoCloseable {

    static final String SUFFIX = ".sessions";

    /** Files of runs of this process: to open one a second time would give up its lock. */
    private static final Set<Path> ALIVE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Optional<OwnFile> own;

    private SessionJournal(Path folder, Optional<OwnFile> own) {
        this.folder = folder;
        this.own = own;
    }

    /** Opens the journal of a run; one that cannot be written remembers nothing. */
    public static SessionJournal in(Path folder, TerramateCloud cloud) {
        requireNonNull(folder, "folder is null");
        try {
            PrivateFiles.makeFolder(folder);
            Path file = folder.toRealPath().resolve(UUID.randomUUID() + SUFFIX);
            return new SessionJournal(folder, Optional.of(OwnFile.begun(file, place(cloud))));
        } catch (IOException | UnsupportedOperationException unwritable) {
            return new SessionJournal(folder, Optional.empty());
        }
    }

    /** Where a user's runs keep their journals. */
    public static Path folderOf(UserEnvironment user) {
        Path state = user.variable("XDG_STATE_HOME")
                .map(Path::of)
                .or(() -> user.variable("HOME").map(home -> Path.of(home, ".local", "state")))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "."), "drift-state"));
        return state.resolve("drift").resolve("sessions");
    }

    /** It was begun, or how it ends is known. */
    void note(JournalEntry entry) {
        own.ifPresent(file -> file.write(Value.of(Map.of("open", entry.json()))));
    }

    /** Terramate Cloud knows its end. */
    void forget(JournalEntry entry) {
        own.ifPresent(file -> file.write(Value.of(Map.of("over", entry.json()))));
    }

    /** What runs that are no more left open at the same place. */
    Stream<AbandonedFile> abandoned(TerramateCloud cloud) {
        try (Stream<Path> files = Files.list(folder.toRealPath())) {
            return files
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> !ALIVE.contains(file))
                    .flatMap(file -> AbandonedFile.take(file, place(cloud)).stream())
                    .toList()
                    .stream();
        } catch (IOException noFolder) {
            return Stream.empty();
        }
    }

    /** Lets go of the file, which stays only if something in it is still open. */
    @Override
    public void close() {
        own.ifPresent(OwnFile::close);
    }

    private static Value place(TerramateCloud cloud) {
        return Value.of(Map.of("host", Value.of(cloud.host()), "organization", Value.of(cloud.organizationUuid())));
    }

    private record OwnFile(Path file, FileChannel channel) {

        /** A file that begins with where it belongs; where that cannot be written nothing of it stays. */
        static OwnFile begun(Path file, Value place) throws IOException {
            ALIVE.add(file);
            Optional<FileChannel> opened = Optional.empty();
            try {
                Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                FileChannel channel = FileChannel.open(file, options, PrivateFiles.file(file));
                opened = Optional.of(channel);
                channel.lock();
                channel.write(line(place));
                return new OwnFile(file, channel);
            } catch (IOException | RuntimeException unwritable) {
                if (opened.isPresent()) {
                    opened.get().close();
                    Files.deleteIfExists(file);
                }
                ALIVE.remove(file);
                throw unwritable;
            }
        }

        private static ByteBuffer line(Value value) {
            return ByteBuffer.wrap((Json.write(value) + "\n").getBytes(UTF_8));
        }

        synchronized void write(Value line) {
            try {
                channel.write(line(line));
            } catch (IOException full) {
                // The run goes on without a memory.
            }
        }

        synchronized void close() {
            try {
                boolean isNeeded = !AbandonedFile.open(Files.readString(file)).isEmpty();
                channel.close();
                if (!isNeeded) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException gone) {
                // Somebody else took it away.
            } finally {
                ALIVE.remove(file);
            }
        }
    }
}
