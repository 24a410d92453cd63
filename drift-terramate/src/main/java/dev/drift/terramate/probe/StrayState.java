package dev.drift.terramate.probe;

import dev.drift.file.PrivateFiles;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.terramate.process.UserEnvironment;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * @param doubt why there may be one although none was found
 */
record StrayState(Optional<Path> file, Optional<String> doubt) {

    private static final String NAME = "errored.tfstate";
    private static final int LONGEST_NAME = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The one in a directory, or in what terragrunt keeps there. */
    static StrayState in(Path directory) {
        Path here = directory.resolve(NAME);
        return Files.exists(here)
                ? new StrayState(Optional.of(here), Optional.empty())
                : below(directory.resolve(".terragrunt-cache"));
    }

    /** Refuses to go on over one that an earlier apply left: what would be planned is planned from an old state. */
    void refuse() throws ProbeException {
        if (file.isPresent()) {
            throw new ProbeException(
                    ProbePhase.STATE,
                    "an earlier apply left its state at " + file.get() + ": push it with 'state push', then delete it");
        }
        if (doubt.isPresent()) {
            throw new ProbeException(ProbePhase.STATE, doubt.get());
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
                .filter(Path::isAbsolute)
                .or(() -> user.variable("HOME").map(home -> Path.of(home, ".local", "state")))
                .orElseThrow(() -> new IOException("there is no home"));
        Path folder = base.resolve("drift").resolve("states");
        PrivateFiles.makeFolder(folder);
        String name = stack.path().value().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-$", "");
        String begin = TIME.format(Instant.now()) + name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "-";
        Path own = Files.createTempDirectory(folder, begin, PrivateFiles.folder(folder));
        Path kept = own.resolve(NAME);
        Files.createFile(kept, PrivateFiles.file(folder));
        try (FileOutputStream out = new FileOutputStream(kept.toFile())) {
            Files.copy(stray, out);
            out.getFD().sync();
        }
        Files.delete(stray);
        return kept;
    }

    private static StrayState below(Path cache) {
        if (Files.notExists(cache)) {
            return new StrayState(Optional.empty(), Optional.empty());
        }
        try (Stream<Path> files = Files.walk(cache.toRealPath())) {
            return new StrayState(files.filter(file -> file.endsWith(NAME)).findFirst(), Optional.empty());
        } catch (IOException | UncheckedIOException unreadable) {
            return new StrayState(
                    Optional.empty(),
                    Optional.of("an " + NAME + " may lie below " + cache + ", which cannot be searched"));
        }
    }

    /**
     * A state that is not lost.
     *
     * @param file where it lies now
     * @param remark what a reader should know of that place
     */
    record Kept(Path file, Optional<String> remark) {}
}
