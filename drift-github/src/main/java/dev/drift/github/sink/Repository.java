package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.github.wire.GitHubRequest;
import dev.drift.github.wire.GitHubWire;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repository on GitHub, and who asks there. Safe for several threads.
 */
public final class Repository {

    private static final String PAGE = "100";
    private static final String BOT = "[bot]";

    private final GitHubWire wire;
    private final List<String> home;
    private volatile Optional<String> self = Optional.empty();

    private Repository(GitHubWire wire, List<String> home) {
        this.wire = requireNonNull(wire, "wire is null");
        this.home = home;
    }

    /**
     * The repository of a name such as {@code acme/infra}.
     *
     * @throws IllegalArgumentException if that is no such name
     */
    public static Repository named(String name, GitHubWire wire) {
        List<String> parts = List.of(name.split("/", -1));
        if (parts.size() != 2) {
            throw new IllegalArgumentException("A repository is named owner/name: " + name);
        }
        return new Repository(wire, List.of("repos", parts.get(0), parts.get(1)));
    }

    GitHubWire.Pages list(GitHubRequest request, int mostPages) throws GitHubException {
        return wire.list(request.with("per_page", PAGE), "", mostPages);
    }

    GitHubRequest reading(String... path) {
        return GitHubRequest.get(at(path));
    }

    Value ask(GitHubRequest request) throws GitHubException {
        return wire.ask(request);
    }

    Value post(Value body, String... path) throws GitHubException {
        return wire.ask(GitHubRequest.post(at(path), body));
    }

    Value patch(Value body, String... path) throws GitHubException {
        return wire.ask(GitHubRequest.patch(at(path), body));
    }

    Value append(Value body, String... path) throws GitHubException {
        return wire.ask(GitHubRequest.append(at(path), body));
    }

    /** Whether somebody is who asks. Apps are called {@code name} in one place and {@code name[bot]} in another. */
    boolean isSelf(Value user) throws GitHubException {
        Optional<String> login = user.field("login").text();
        return login.isPresent() && bare(login.get()).equals(bare(self()));
    }

    /** Asked once: nothing else tells for every kind of token. */
    private String self() throws GitHubException {
        Optional<String> known = self;
        if (known.isPresent()) {
            return known.get();
        }
        Value answer = wire.ask(GitHubRequest.query("{viewer{login}}"));
        String login = answer.field("data")
                .field("viewer")
                .field("login")
                .text()
                .orElseThrow(() ->
                        new GitHubException(GitHubFault.GARBLED, "GitHub does not say whose the token is", false));
        self = Optional.of(login);
        return login;
    }

    private static String bare(String login) {
        return login.endsWith(BOT) ? login.substring(0, login.length() - BOT.length()) : login;
    }

    private List<String> at(String... path) {
        List<String> whole = new ArrayList<>(home);
        whole.addAll(List.of(path));
        return whole;
    }

    @Override
    public String toString() {
        return home.get(1) + "/" + home.get(2);
    }
}
