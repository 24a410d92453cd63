package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.estate.Cell;
import dev.drift.history.FileHistory;
import dev.drift.history.ReportHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where it is remembered when stacks were last seen, and since when they drift. */
final class HistoryOptions {

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description =
                    "The folder that remembers when stacks were last seen and since when they drift, whatever drift.yaml says."
                            + " Default: the memory that drift.yaml names, else a folder for each checkout below $XDG_STATE_HOME/drift or ~/.local/state/drift.")
    Optional<Path> folder = Optional.empty();

    /** The history of each cell of a repository; empty where there is no place for any. */
    Optional<Function<Cell, ReportHistory>> histories(Memories memories, Path repository, Surroundings surroundings) {
        Optional<ReportHistory> asked =
                folder.map(surroundings::at).map(place -> FileHistory.in(place, surroundings::say));
        Optional<ReportHistory> usual =
                state("history", repository, surroundings).map(place -> FileHistory.in(place, surroundings::say));
        return asked.<Function<Cell, ReportHistory>>map(all -> cell -> all).or(() -> memories.histories(usual));
    }

    /** Where something of a repository is kept from run to run unless somebody says otherwise; empty without a home. */
    static Optional<Path> state(String what, Path repository, Surroundings surroundings) {
        return state(surroundings.environment())
                .map(state -> state.resolve("drift").resolve(what).resolve(named(repository)));
    }

    private static Optional<Path> state(Map<String, String> environment) {
        return absolute(environment, "XDG_STATE_HOME")
                .or(() -> absolute(environment, "HOME").map(home -> home.resolve(".local/state")));
    }

    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** Checkouts of equal names are told apart by where they are. */
    private static String named(Path repository) {
        Path real = real(repository);
        Path name = real.getFileName();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(real.toString().getBytes(UTF_8));
            return (name == null ? "root" : name) + "-" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Path real(Path repository) {
        try {
            return repository.toRealPath();
        } catch (IOException gone) {
            return repository.toAbsolutePath().normalize();
        }
    }
}
