package dev.drift.github.app;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Secret;
import dev.drift.github.wire.Bearer;
import dev.drift.github.wire.GitHubAddress;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.github.wire.GitHubRequest;
import dev.drift.github.wire.GitHubWire;
import dev.drift.github.wire.WireSettings;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens of the installation of an app for one repository. One is asked for when it is needed first, for that repository and with
 * those of the wanted permissions that the installation has, and another one some minutes before it ends. Safe for several
 * threads.
 */
public final class InstallationTokens implements Bearer {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private final List<String> repository;
    private final Set<String> wanted;
    private final GitHubWire wire;
    private Optional<Known> known = Optional.empty();

    /**
     * A token.
     *
     * @param token the token
     * @param until when it ends
     */
    private record Known(Secret token, Instant until) {}

    private InstallationTokens(List<String> repository, Set<String> wanted, GitHubWire wire) {
        this.repository = repository;
        this.wanted = Set.copyOf(wanted);
        this.wire = wire;
    }

    /**
     * For an app and a repository such as {@code acme/infra}.
     *
     * @param permissions what is to be written, in GitHub's words: {@code checks}, {@code issues}
     */
    public static InstallationTokens of(
            AppKey app, String repository, Set<String> permissions, GitHubAddress address, WireSettings settings) {
        requireNonNull(app, "app is null");
        List<String> parts = List.of(repository.split("/", -1));
        if (parts.size() != 2) {
            throw new IllegalArgumentException("A repository is named owner/name: " + repository);
        }
        Bearer signed = () -> app.token(Instant.now());
        return new InstallationTokens(parts, permissions, GitHubWire.to(address, signed, settings));
    }

    @Override
    public synchronized Secret token() throws GitHubException {
        Optional<Known> current =
                known.filter(token -> Instant.now().plus(EARLY).isBefore(token.until()));
        Known token = current.isPresent() ? current.get() : fresh();
        known = Optional.of(token);
        return token.token();
    }

    private Known fresh() throws GitHubException {
        Value installation = installation();
        Map<String, Value> permissions = new LinkedHashMap<>();
        for (String name : wanted.stream().sorted().toList()) {
            if (installation.field("permissions").field(name).equals(Value.of("write"))) {
                permissions.put(name, Value.of("write"));
            }
        }
        if (permissions.isEmpty()) {
            throw refused("The app may write nothing of what is needed: " + String.join(", ", wanted));
        }
        Value asked = Value.of(Map.of(
                "repositories", Value.of(List.of(Value.of(repository.get(1)))), "permissions", Value.of(permissions)));
        return read(made(GitHubRequest.post(
                List.of("app", "installations", String.valueOf(installation.field("id")), "access_tokens"), asked)));
    }

    private Value installation() throws GitHubException {
        try {
            return wire.ask(GitHubRequest.get(List.of("repos", repository.get(0), repository.get(1), "installation")));
        } catch (GitHubException failed) {
            throw failed.fault() == GitHubFault.NOT_FOUND
                    ? refused("The app is not installed for " + String.join("/", repository))
                    : failed;
        }
    }

    /** A token too many ends by itself, so that nothing is lost by asking twice. */
    private Value made(GitHubRequest request) throws GitHubException {
        try {
            return wire.ask(request);
        } catch (GitHubException failed) {
            if (!failed.isPerhapsDone()) {
                throw failed;
            }
            return wire.ask(request);
        }
    }

    private static Known read(Value answer) throws GitHubException {
        try {
            return new Known(
                    Secret.of(answer.field("token").text().orElseThrow()),
                    Instant.parse(answer.field("expires_at").text().orElseThrow()));
        } catch (java.util.NoSuchElementException | DateTimeException | IllegalArgumentException none) {
            throw new GitHubException(GitHubFault.GARBLED, "GitHub gave the app no token that can be used", false);
        }
    }

    private static GitHubException refused(String why) {
        return new GitHubException(GitHubFault.REFUSED, why, false);
    }

    @Override
    public String toString() {
        return "tokens of an app for " + String.join("/", repository);
    }
}
