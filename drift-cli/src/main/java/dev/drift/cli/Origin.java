package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which repository, at which commit: as GitHub Actions says, else as git says, else not at all. */
final class Origin {

    private static final Pattern REMOTE =
            Pattern.compile("(?:[a-z+]+://(?:[^/@]*@)?[^/]+/|(?:[^/@:]*@)?[^/:]+:)(.+?)(?:\\.git)?/?");
    private static final Pattern NAME = Pattern.compile("[\\w.~-]+(?:/[\\w.~-]+)*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}");

    private Origin() {}

    /** {@code repository} and {@code commit}, as far as they are known. */
    static Map<String, String> of(Path directory, Map<String, String> environment) {
        Map<String, String> origin = new HashMap<>();
        repository(directory, environment).ifPresent(name -> origin.put("repository", name));
        Optional.ofNullable(environment.get("GITHUB_SHA"))
                .or(() -> git(directory, "rev-parse", "HEAD"))
                .filter(commit -> COMMIT.matcher(commit).matches())
                .ifPresent(commit -> origin.put("commit", commit));
        return origin;
    }

    /** Which repository a directory is a part of, if anybody says. */
    static Optional<String> repository(Path directory, Map<String, String> environment) {
        return Optional.ofNullable(environment.get("GITHUB_REPOSITORY"))
                .filter(name -> NAME.matcher(name).matches())
                .or(() -> git(directory, "config", "--get", "remote.origin.url").flatMap(Origin::repository));
    }

    /** The name of a repository on its server, never the credentials that an address may carry. */
    static Optional<String> repository(String address) {
        Matcher remote = REMOTE.matcher(address);
        return remote.matches()
                ? Optional.of(remote.group(1)).filter(name -> NAME.matcher(name).matches())
                : Optional.empty();
    }

    private static Optional<String> git(Path directory, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String answer = new String(git.getInputStream().readNBytes(4_096), UTF_8).strip();
            boolean ended = git.waitFor(5, TimeUnit.SECONDS);
            git.destroy();
            return ended && git.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
