package dev.drift.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.file.FileTurn;
import dev.drift.file.PrivateFiles;
import dev.drift.timetable.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps in a folder how far the schedule of each cell was followed, in a small file each, which is replaced as a whole. One
 * process at a time owns the folder. A file that cannot be understood counts as nothing kept, which is told.
 */
public final class StandingFolder implements AutoCloseable {

    private final Path folder;
    private final Consumer<String> told;
    private final FileTurn turn;

    private StandingFolder(Path folder, Consumer<String> told, FileTurn turn) {
        this.folder = folder;
        this.told = told;
        this.turn = turn;
    }

    /**
     * Takes the folder, which is made if it is not there.
     *
     * @return empty if another process has it
     * @throws UncheckedIOException if it cannot be written
     */
    public static Optional<StandingFolder> take(Path folder, Consumer<String> told) {
        requireNonNull(told, "told is null");
        try {
            make(folder);
            return FileTurn.take(folder.resolve("lock"), Duration.ZERO)
                    .map(turn -> new StandingFolder(folder, told, turn));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /**
     * A folder for its owner only, unless it is there.
     *
     * @throws UncheckedIOException if it cannot be made
     */
    public static void make(Path folder) {
        try {
            PrivateFiles.makeFolder(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What is kept in a folder that somebody else may have; what cannot be understood counts as nothing. */
    public static Function<Cell, Optional<Standing>> reading(Path folder) {
        return cell -> of(folder, cell, line -> {});
    }

    /** How far the cell was followed; empty if it never was. */
    public Optional<Standing> of(Cell cell) {
        return of(folder, cell, told);
    }

    private static Optional<Standing> of(Path folder, Cell cell, Consumer<String> told) {
        Path file = file(folder, cell);
        try {
            return Optional.of(Standing.read(Files.readString(file)));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            told.accept("How far " + cell + " was followed cannot be understood and begins anew: " + file);
            return Optional.empty();
        }
    }

    /** Keeps how far it was followed. Where that cannot be written it is told, and a restart looks at the cell once more. */
    public void keep(Cell cell, Standing standing) {
        // A thread that is interrupted cannot write a file.
        boolean interrupted = Thread.interrupted();
        try {
            PrivateFiles.write(file(folder, cell), (standing.toJson() + "\n").getBytes(UTF_8));
        } catch (IOException refused) {
            told.accept("How far " + cell + " was followed cannot be kept below " + folder);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Leaves the folder to others. */
    @Override
    public void close() {
        try {
            turn.close();
        } catch (IOException alreadyGone) {
            told.accept("The folder could not be left: " + folder);
        }
    }

    private static Path file(Path folder, Cell cell) {
        return folder.resolve(CellFile.name(cell) + ".json");
    }
}
