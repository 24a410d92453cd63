package dev.drift.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.file.FileTurn;
import dev.drift.file.PrivateFiles;
import dev.drift.stack.StackPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Remembers in a folder: one file with a line for each stack, which holds its path, moments and a fingerprint, and no value of it.
 * The file is replaced as a whole, so nobody ever reads half of one, and runs side by side, also of several processes, keep the
 * newest check of every stack. Folder and file are readable for their owner only. A line that cannot be understood counts as
 * nothing remembered of its stack, which is told, and is gone behind the next run.
 *
 * <p>The folder is made when something is remembered first. Where it cannot be written that is a {@link HistoryException}; where
 * it cannot be read that is told, and nothing is known.
 */
public final class FileHistory implements ReportHistory {

    /** Longer than anybody writes. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Path folder;
    private final Path file;
    private final Consumer<String> told;

    private FileHistory(Path folder, Consumer<String> told) {
        this.folder = folder.toAbsolutePath();
        this.file = this.folder.resolve("checks.jsonl");
        this.told = requireNonNull(told, "told is null");
    }

    /** In a folder; what cannot be understood there is told, in one line. */
    public static FileHistory in(Path folder, Consumer<String> told) {
        return new FileHistory(folder, told);
    }

    @Override
    public Map<StackPath, LastCheck> last(Collection<StackPath> stacks) {
        try {
            return known().of(stacks);
        } catch (IOException unreadable) {
            told.accept("The history cannot be read and counts as empty: " + file);
            return Map.of();
        }
    }

    @Override
    public void remember(Collection<LastCheck> checks) {
        try {
            PrivateFiles.makeFolder(folder);
            FileTurn turn = FileTurn.take(folder.resolve("lock"), PATIENCE)
                    .orElseThrow(() -> new IOException("others are writing all the time"));
            try (turn) {
                PrivateFiles.replace(file, known().with(checks).write().getBytes(UTF_8));
            }
        } catch (IOException refused) {
            throw new HistoryException("The history cannot be written below " + folder, refused);
        }
    }

    private LastChecks known() throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is too large");
            }
            LastChecks known = LastChecks.read(new String(Files.readAllBytes(file), UTF_8));
            if (known.damaged() > 0) {
                told.accept("Of the history %d line(s) cannot be understood, and their stacks begin anew: %s"
                        .formatted(known.damaged(), file));
            }
            return known;
        } catch (NoSuchFileException never) {
            return LastChecks.NONE;
        }
    }
}
