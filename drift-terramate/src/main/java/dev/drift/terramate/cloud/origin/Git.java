package dev.drift.terramate.cloud.origin;

import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.ToolCommand;
import dev.drift.terramate.process.ToolProcess;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.ToolTimeoutException;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the user's git.
 *
 * @param directory where
 * @param user whose
 */
record Git(Path directory, UserEnvironment user) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The lines it prints; empty if it fails. */
    Optional<List<String>> asked(String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        UserEnvironment quiet = user.with(Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_OPTIONAL_LOCKS", "0"));
        try {
            ToolRun run = ToolProcess.run(new ToolCommand(command, directory, quiet), Deadline.in(LIMIT), line -> {});
            return run.exitCode() == 0 ? Optional.of(run.output().lines()) : Optional.empty();
        } catch (IOException | ToolTimeoutException unusable) {
            return Optional.empty();
        }
    }

    /** The first line it prints. */
    Optional<String> answer(String... words) throws InterruptedException {
        return asked(words).flatMap(lines -> lines.stream().findFirst()).map(String::strip);
    }
}
