package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Drift's own cache of packages. A package lies under the hash of its contents, so that none is ever replaced under a process
 * that runs it, and any number of runs can bring the same one at a time.
 */
final class PackageStore {

    private final Path root;
    private final FolderHashes hashes;

    PackageStore(Path cache) {
        this.root = cache.resolve("providers");
        this.hashes = new FolderHashes(root.resolve("hashes"));
    }

    /**
     * A package a tool accepted for exactly the hashes of a release.
     *
     * @param contents the hash of its contents
     */
    record Accepted(Path folder, String contents) {}

    /** A folder on the same file system, for what is on its way in. */
    PrivateFolder incoming() throws IOException {
        return PrivateFolder.open(root, "incoming-");
    }

    /** The hashes of packages, wherever they lie. */
    FolderHashes hashes() {
        return hashes;
    }

    /** Where the package with these contents lies, or would. */
    Path folder(ProviderPackage wanted, String contents) {
        return wanted.folderIn(packages()).resolve(digest(contents));
    }

    /** Takes a folder over, which must have come in by {@link #incoming}. */
    Path adopt(ProviderPackage wanted, Path folder, String contents) throws IOException {
        Path place = folder(wanted, contents);
        PrivateFiles.makeFolder(wanted.folderIn(packages()));
        if (Files.isDirectory(place) && !PackageHash.ofFolder(place).equals(contents)) {
            PrivateFiles.delete(place);
        }
        try {
            return Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            // Another run was quicker, unless what lies there is something else.
            if (Files.isDirectory(place) && PackageHash.ofFolder(place).equals(contents)) {
                return place;
            }
            throw taken;
        }
    }

    /** What was accepted for this release before. */
    Optional<Accepted> accepted(ProviderRelease release) {
        try {
            List<String> lines = Files.readAllLines(note(release), UTF_8);
            return lines.size() == 2
                    ? Optional.of(new Accepted(Path.of(lines.get(1)), lines.get(0)))
                    : Optional.empty();
        } catch (IOException | InvalidPathException neverNoted) {
            return Optional.empty();
        }
    }

    /** Notes what was accepted, so that the next run need not ask again. Without the note it asks, that is all. */
    void accept(ProviderRelease release, Accepted accepted) {
        try {
            PrivateFiles.makeFolder(notes());
            Path draft = Files.createTempFile(notes(), "draft-", "");
            Files.write(draft, List.of(accepted.contents(), accepted.folder().toString()), UTF_8);
            Files.move(draft, note(release), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            // The next run asks the tool again.
        }
    }

    private Path packages() {
        return root.resolve("packages");
    }

    private Path notes() {
        return root.resolve("accepted");
    }

    private Path note(ProviderRelease release) {
        return notes().resolve(digest(release.source() + "\n" + release.version() + "\n" + release.hashes()));
    }

    private static String digest(String text) {
        byte[] digest = PackageHash.sha256().digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }
}
