package dev.drift.terramate.probe;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state that a tool could not write to its place and left beside the code instead. Whoever loses it loses the knowledge of
 * what was applied.
 *
 * @param file where it is, if there is one
 */
record StrayState(Optional<Path> file) {

    private static final String NAME = "errored.tfstate";
    private static final int DEEPEST = 8;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The one in a directory, or in what terragrunt keeps there. */
    static StrayState in(Path directory) {
        Path here = directory.resolve(NAME);
        return new StrayState(Files.exists(here) ? Optional.of(here) : below(directory.resolve(".terragrunt-cache")));
    }

    /** Refuses to go on over one that an earlier apply left: what would be planned is planned from an old state. */
    void refuse() throws ProbeException {
        if (file.isPresent()) {
            throw new ProbeException(
                    ProbePhase.STATE,
                    "an earlier apply left its state at " + file.get() + ": push it with 'state push', then delete it");
        }
    }

    /** Moves it where nobody else can read it and no checkout is cleaned; it stays if it cannot be moved. */
    Optional<Kept> keep(UserEnvironment user, Stack stack) {
        return file.map(stray -> {
            try {
                return new Kept(moved(stray, user, stack), Optional.empty());
            } catch (IOException unwritable) {
                return new Kept(stray, Optional.of("its state could not be moved away from the checkout"));
            }
        });
    }

    private static Path moved(Path stray, UserEnvironment user, Stack stack) throws IOException {
        Path base = user.variable("XDG_STATE_HOME")
                .map(Path::of)
                .or(() -> user.variable("HOME").map(home -> Path.of(home, ".local", "state")))
                .orElseThrow(() -> new IOException("there is no home"));
        Path folder = base.resolve("drift").resolve("states");
        Files.createDirectories(folder, onlyForOwner(folder, "rwx------"));
        String name = TIME.format(Instant.now())
                + stack.path().value().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-$", "");
        Path own = Files.createTempDirectory(folder, name + "-", onlyForOwner(folder, "rwx------"));
        Path kept = own.resolve(NAME);
        Files.createFile(kept, onlyForOwner(folder, "rw-------"));
        try (var out = Files.newOutputStream(kept)) {
            Files.copy(stray, out);
        }
        Files.delete(stray);
        return kept;
    }

    private static Optional<Path> below(Path cache) {
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(cache, DEEPEST)) {
            return files.filter(file -> file.endsWith(NAME)).findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] onlyForOwner(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * A state that is not lost.
     *
     * @param file where it lies now
     * @param remark what a reader should know of that place
     */
    record Kept(Path file, Optional<String> remark) {}
}
