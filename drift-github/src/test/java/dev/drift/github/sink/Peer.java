package dev.drift.github.sink;

import dev.drift.config.Secret;
import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.page.Footer;
import dev.drift.github.wire.GitHubAddress;
import dev.drift.github.wire.GitHubWire;
import dev.drift.github.wire.WireSettings;
import java.time.Duration;
import java.util.Optional;

/** How sinks of tests speak with the GitHub of tests. */
final class Peer {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final Footer FOOTER = new Footer(Optional.of("https://github.com/acme/infra/actions/runs/42"));

    private static final WireSettings HASTY = new WireSettings(
            "drift/test",
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            Duration.ofSeconds(2),
            Duration.ZERO);

    private Peer() {}

    static Repository repository(FakeGitHub github) {
        return repository(github, FakeGitHub.TOKEN);
    }

    /** With a token that GitHub does not know. */
    static Repository stranger(FakeGitHub github) {
        return repository(github, "ghs_expired");
    }

    private static Repository repository(FakeGitHub github, String token) {
        GitHubAddress address = GitHubAddress.of(github.address());
        return Repository.named("acme/infra", GitHubWire.to(address, Secret.of(token), HASTY));
    }
}
