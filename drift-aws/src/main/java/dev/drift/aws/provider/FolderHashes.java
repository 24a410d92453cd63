package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hashes of unpacked packages, remembered in a private folder. To read a package of AWS costs seconds, and it is the same
 * in each run: a hash stands as long as every file has the inode, size and times it had when it was read. The time of the last
 * change of an inode cannot be set, so a file that was replaced or written is noticed. What was touched just before it was read
 * is not remembered, since the clock of a file system is coarse.
 */
final class FolderHashes {

    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Pattern HASH = Pattern.compile("h1:[0-9A-Za-z+/]{43}=");
    private static final String CHANGED = "ctime";

    private final Path notes;
    private final Clock clock;

    FolderHashes(Path notes) {
        this(notes, Clock.systemUTC());
    }

    FolderHashes(Path notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** The hash of the contents, as {@link PackageHash#ofFolder} takes it. */
    String of(Path folder) throws IOException {
        Optional<String> before = appearance(folder, clock.instant().minus(SETTLED));
        if (before.isEmpty()) {
            return PackageHash.ofFolder(folder);
        }
        Optional<String> remembered = read(note(before.get()));
        if (remembered.isPresent()) {
            return remembered.get();
        }
        String hash = PackageHash.ofFolder(folder);
        if (appearance(folder, clock.instant()).equals(before)) {
            write(note(before.get()), hash);
        }
        return hash;
    }

    /** What a folder looks like without reading its files; empty if one was touched after that time or tells no such times. */
    private static Optional<String> appearance(Path folder, Instant settled) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder().append(folder).append('\n');
        for (Path file : PackageHash.filesIn(folder)) {
            Map<String, Object> seen = Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime," + CHANGED);
            if (((FileTime) requireNonNull(seen.get(CHANGED))).toInstant().isAfter(settled)) {
                return Optional.empty();
            }
            all.append(file);
            seen.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> all.append(' ').append(one.getValue()));
            all.append('\n');
        }
        return Optional.of(all.toString());
    }

    private Path note(String appearance) {
        return notes.resolve(HexFormat.of().formatHex(PackageHash.sha256().digest(appearance.getBytes(UTF_8))));
    }

    private static Optional<String> read(Path note) {
        try {
            return Optional.of(Files.readString(note).strip()).filter(HASH.asMatchPredicate());
        } catch (IOException neverNoted) {
            return Optional.empty();
        }
    }

    private void write(Path note, String hash) {
        try {
            PrivateFiles.makeFolder(notes);
            Path draft = Files.createTempFile(notes, "draft-", "");
            Files.writeString(draft, hash + "\n");
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            // The next run reads the package again.
        }
    }
}
