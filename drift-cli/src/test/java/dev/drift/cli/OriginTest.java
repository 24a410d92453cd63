package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/infra.git, acme/infra",
        "https://github.com/acme/infra, acme/infra",
        "https://user:token@github.com/acme/infra.git, acme/infra",
        "https://x-access-token@git.example:8443/team/sub/infra.git/, team/sub/infra",
        "git@github.com:acme/infra.git, acme/infra",
        "ssh://git@github.com:22/acme/infra.git, acme/infra",
        "github.com:acme/infra, acme/infra"
    })
    void namesARepositoryWithoutItsCredentials(String address, String name) {
        assertThat(Origin.repository(address)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"/srv/git/infra.git", "../infra", "https://user:token@github.com", "https://a/b?token=secret"})
    void saysNothingOfWhatItDoesNotKnow(String address) {
        assertThat(Origin.repository(address)).isEmpty();
    }

    @Test
    void believesGithubActionsFirst(@TempDir Path directory) {
        String commit = "a".repeat(40);

        assertThat(Origin.of(directory, Map.of("GITHUB_REPOSITORY", "acme/infra", "GITHUB_SHA", commit)))
                .isEqualTo(Map.of("repository", "acme/infra", "commit", commit));
    }

    @Test
    void isSilentWhereThereIsNoRepository(@TempDir Path directory) {
        assertThat(Origin.of(directory, Map.of("GITHUB_SHA", "main; rm -rf /"))).isEmpty();
    }
}
