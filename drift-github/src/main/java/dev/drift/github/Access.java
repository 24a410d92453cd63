package dev.drift.github;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.config.Secret;
import dev.drift.github.app.AppKey;
import dev.drift.github.app.InstallationTokens;
import dev.drift.github.job.GitHubJob;
import dev.drift.github.sink.Repository;
import dev.drift.github.wire.Bearer;
import dev.drift.github.wire.GitHubAddress;
import dev.drift.github.wire.GitHubWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lets us speak with GitHub: an app if one is named, else a token.
 *
 * @param repository where, if that is known and there is a token
 * @param wanted whether somebody set a token or an app for it
 * @param reason why there is no repository; empty if there is one
 */
record Access(Optional<Repository> repository, boolean wanted, String reason) {

    private static final String APP = "DRIFT_GITHUB_APP_ID";
    private static final String KEY = "DRIFT_GITHUB_APP_PRIVATE_KEY";
    private static final String KEY_FILE = "DRIFT_GITHUB_APP_PRIVATE_KEY_FILE";
    private static final List<String> TOKENS = List.of("GITHUB_TOKEN", "GH_TOKEN");
    private static final int LONGEST_KEY = 64 * 1024;

    static Access of(GitHubDelivery delivery, GitHubJob job) {
        Map<String, String> environment = delivery.environment();
        boolean app = Stream.of(APP, KEY, KEY_FILE)
                .anyMatch(name -> set(environment, name).isPresent());
        Optional<String> token =
                TOKENS.stream().flatMap(name -> set(environment, name).stream()).findFirst();
        if (!app && token.isEmpty()) {
            return new Access(
                    Optional.empty(),
                    false,
                    "there is no token: set GITHUB_TOKEN or GH_TOKEN, or name an app by " + APP);
        }
        if (job.repository().isEmpty()) {
            return none("the repository is not known: set GITHUB_REPOSITORY to owner/name");
        }
        String repository = job.repository().get();
        try {
            GitHubAddress address =
                    set(environment, "GITHUB_API_URL").map(GitHubAddress::of).orElse(GitHubAddress.PUBLIC);
            Bearer bearer = app
                    ? InstallationTokens.of(
                            key(environment), repository, permissions(delivery), address, delivery.wire())
                    : plain(token.orElseThrow());
            GitHubWire wire = GitHubWire.to(address, bearer, delivery.wire());
            return new Access(Optional.of(Repository.named(repository, wire)), true, "");
        } catch (InvalidConfigException wrong) {
            return none(wrong.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
    }

    private static Bearer plain(String token) {
        if (!token.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
            throw wrong("GITHUB_TOKEN", "the token holds signs that no token has");
        }
        Secret secret = Secret.of(token);
        return () -> secret;
    }

    /** No more than what this delivery writes. */
    private static Set<String> permissions(GitHubDelivery delivery) {
        Set<String> permissions = new HashSet<>(Set.of("checks", "statuses", "pull_requests"));
        if (delivery.issues()) {
            permissions.add("issues");
        }
        if (delivery.deployments()) {
            permissions.add("deployments");
        }
        return permissions;
    }

    private static AppKey key(Map<String, String> environment) {
        String id = set(environment, APP).orElseThrow(() -> wrong(APP, "Is missing: the id or client id of the app"));
        Optional<String> key = set(environment, KEY);
        if (key.isPresent()) {
            return AppKey.of(id, Secret.of(key.get()), KEY);
        }
        String file = set(environment, KEY_FILE)
                .orElseThrow(
                        () -> wrong(KEY, "Is missing: the private key of the app, or " + KEY_FILE + " with its file"));
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LONGEST_KEY) {
                throw wrong(KEY_FILE, "Is too large for a private key");
            }
            return AppKey.of(id, Secret.of(Files.readString(path)), KEY_FILE);
        } catch (IOException | InvalidPathException unreadable) {
            throw wrong(KEY_FILE, "Cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private static InvalidConfigException wrong(String place, String what) {
        Problems problems = new Problems();
        problems.add(place, what);
        return new InvalidConfigException(problems.all());
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Access none(String reason) {
        return new Access(Optional.empty(), true, reason);
    }
}
