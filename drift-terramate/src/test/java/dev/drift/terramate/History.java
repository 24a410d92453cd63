package dev.drift.terramate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A git repository with a history, for tests. Knows nothing of the configuration of whoever runs them.
 *
 * @param root the top of its work tree
 */
public record History(Path root) {

    /** Whose git it is. */
    public static final UserEnvironment USER = UserEnvironment.ofThisProcess()
            .withoutThose(name -> name.startsWith("GIT_"))
            .with(Map.of(
                    "GIT_CONFIG_GLOBAL", "/dev/null",
                    "GIT_CONFIG_NOSYSTEM", "1",
                    "GIT_AUTHOR_NAME", "Ada",
                    "GIT_AUTHOR_EMAIL", "ada@example.org",
                    "GIT_COMMITTER_NAME", "Ada",
                    "GIT_COMMITTER_EMAIL", "ada@example.org"));

    /** A repository without a commit, on the branch main. */
    public static History begun(Path root) {
        return new History(root).git("init", "--quiet", "--initial-branch=main");
    }

    /** The same with everything that lies there committed. */
    public History commit() {
        return git("add", "--all").git("commit", "--quiet", "--allow-empty", "--message=work");
    }

    /** The same with a file, not committed. */
    public History with(String path, String text) {
        new Sources(root).with(path, text);
        return this;
    }

    /** The same after a command of git. */
    public History git(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(USER.variables());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
            return this;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
