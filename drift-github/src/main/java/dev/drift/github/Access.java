package dev.drift.github;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Secret;
import dev.drift.github.job.GitHubJob;
import dev.drift.github.sink.Repository;
import dev.drift.github.wire.GitHubAddress;
import dev.drift.github.wire.GitHubWire;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lets us speak with GitHub.
 *
 * @param repository where, if that is known and there is a token
 * @param wanted whether somebody set a token for it
 * @param reason why there is no repository; empty if there is one
 */
record Access(Optional<Repository> repository, boolean wanted, String reason) {

    static Access of(GitHubDelivery delivery, GitHubJob job) {
        Map<String, String> environment = delivery.environment();
        Optional<String> token = Stream.of("GITHUB_TOKEN", "GH_TOKEN")
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
        if (token.isEmpty()) {
            return new Access(Optional.empty(), false, "there is no token: set GITHUB_TOKEN or GH_TOKEN");
        }
        if (!token.get().chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
            return none("the token holds signs that no token has");
        }
        if (job.repository().isEmpty()) {
            return none("the repository is not known: set GITHUB_REPOSITORY to owner/name");
        }
        try {
            GitHubAddress address = Optional.ofNullable(environment.get("GITHUB_API_URL"))
                    .filter(text -> !text.isBlank())
                    .map(GitHubAddress::of)
                    .orElse(GitHubAddress.PUBLIC);
            GitHubWire wire = GitHubWire.to(address, Secret.of(token.get()), delivery.wire());
            return new Access(Optional.of(Repository.named(job.repository().get(), wire)), true, "");
        } catch (InvalidConfigException wrong) {
            return none(wrong.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
    }

    private static Access none(String reason) {
        return new Access(Optional.empty(), true, reason);
    }
}
