package dev.drift.terramate.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.catalog.CatalogException;
import dev.drift.config.Problem;
import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.ToolCommand;
import dev.drift.terramate.process.ToolProcess;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.ToolTimeoutException;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's git in one repository. Each question is one process without a shell, ended after two minutes, which sees of git's
 * own variables only those that configure it: what points to another repository, index or object store is left out.
 */
public final class Git {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 64L << 20;
    private static final int NO = 1;

    private final Path root;
    private final UserEnvironment environment;

    private Git(Path root, UserEnvironment environment) {
        this.root = root;
        this.environment = environment;
    }

    /** The repository whose work tree begins at a directory, asked with what the user's environment says. */
    public static Git at(Path root, UserEnvironment user) {
        requireNonNull(root, "root is null");
        return new Git(
                root,
                user.withoutThose(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"))
                        .with(Map.of(
                                "GIT_OPTIONAL_LOCKS", "0",
                                "GIT_NO_LAZY_FETCH", "1",
                                "GIT_TERMINAL_PROMPT", "0",
                                "LC_ALL", "C"))
                        .with("GIT_CEILING_DIRECTORIES", String.valueOf(root.getParent())));
    }

    /**
     * The first line that it prints; empty if it says no.
     *
     * @throws CatalogException if git cannot answer
     */
    public Optional<String> answer(String... words) {
        return asked(words).flatMap(output -> output.lines().findFirst()).filter(line -> !line.isEmpty());
    }

    /**
     * What it prints, divided where it prints a NUL.
     *
     * @throws CatalogException if git cannot answer, or says no
     */
    public List<String> entries(String... words) {
        return divided(asked(words).orElseThrow(() -> failure(words, "it says no and not why")));
    }

    /**
     * What it finds, divided where it prints a NUL; nothing if it says no.
     *
     * @throws CatalogException if git cannot answer
     */
    public List<String> found(String... words) {
        return asked(words).map(Git::divided).orElse(List.of());
    }

    /** Everything that it prints; empty if it says no. */
    private Optional<String> asked(String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
        command.addAll(Arrays.asList(words));
        try {
            Path answer = Files.createTempFile("drift-git", ".out");
            try {
                ToolRun run = ToolProcess.run(
                        new ToolCommand(command, root, environment, Optional.of(answer)),
                        Deadline.in(LIMIT),
                        line -> {});
                return run.exitCode() == NO ? Optional.empty() : Optional.of(text(words, run, answer));
            } finally {
                Files.delete(answer);
            }
        } catch (IOException unusable) {
            throw failure(words, "it cannot be run: " + unusable.getMessage());
        } catch (ToolTimeoutException late) {
            throw failure(words, "it was not done within " + LIMIT.toMinutes() + " minutes");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure(words, "it was interrupted");
        }
    }

    private static List<String> divided(String output) {
        return Arrays.stream(output.split("\0"))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static String text(String[] words, ToolRun run, Path answer) throws IOException {
        if (run.exitCode() != 0) {
            throw failure(
                    words,
                    run.errors().lines().stream()
                            .filter(line -> !line.isBlank())
                            .findFirst()
                            .orElse("exit code " + run.exitCode()));
        }
        if (Files.size(answer) > MOST_BYTES) {
            throw failure(words, "it prints more than " + MOST_BYTES + " bytes");
        }
        return new String(Files.readAllBytes(answer), UTF_8);
    }

    private static CatalogException failure(String[] words, String why) {
        return new CatalogException(List.of(Problem.of("git " + words[0] + " failed: " + why)));
    }
}
