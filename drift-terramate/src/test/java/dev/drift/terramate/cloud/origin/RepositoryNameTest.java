package dev.drift.terramate.cloud.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/infra.git, github.com/acme/infra",
        "https://github.com/acme/infra, github.com/acme/infra",
        "https://GitHub.com/Acme/Infra.git, github.com/Acme/Infra",
        "https://www.github.com/acme/infra/, github.com/acme/infra",
        "https://user:token@github.com/acme/infra.git, github.com/acme/infra",
        "https://github.com:443/acme/infra.git, github.com/acme/infra",
        "http://github.com:80/acme/infra.git, github.com/acme/infra",
        "https://git.example:8443/acme/infra, git.example:8443/acme/infra",
        "https://gitlab.com/acme/team/my-repo.git, gitlab.com/acme/team/my-repo",
        "git@github.com:acme/infra.git, github.com/acme/infra",
        "git@github.com:123acme/infra.git, github.com/123acme/infra",
        "git@github.com:8888/acme/infra.git, github.com:8888/acme/infra",
        "github.com:acme/infra, github.com/acme/infra",
        "ssh://git@github.com/acme/infra.git, github.com/acme/infra",
        "ssh://git@github.com:22/Acme/Infra, github.com:22/Acme/Infra",
        "ssh://git@ssh.github.com:443/acme/infra, ssh.github.com/acme/infra",
        "git+ssh://git@github.com/acme/infra.git, github.com/acme/infra",
        "git+https://github.com/acme/infra.git, github.com/acme/infra",
        "git://github.com/acme/infra.git, github.com/acme/infra",
        "https://example.com/path, example.com/path",
        "https://192.168.1.169/path, 192.168.1.169/path",
        "https://dev.azure.com/acme/my%20project/_git/infra, dev.azure.com/acme/my project/_git/infra",
        "https://my_host/acme/infra, my_host/acme/infra",
        "https://example.com/a+b/c, example.com/a+b/c",
        "https://example.com, example.com"
    })
    void isWhatTerramateMakesOfTheRemote(String remote, String name) {
        assertThat(RepositoryName.of(remote)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"something else", "", "/srv/git/infra", "https:///acme/infra", "ssh:acme/infra", ":x"})
    void isNothingWhereThereIsNoHost(String remote) {
        assertThat(RepositoryName.of(remote)).isEmpty();
    }

    @Test
    void neverKeepsWhoAsks() {
        assertThat(RepositoryName.of("https://ghp_secret@github.com/acme/infra").orElseThrow())
                .doesNotContain("ghp_secret");
    }
}
