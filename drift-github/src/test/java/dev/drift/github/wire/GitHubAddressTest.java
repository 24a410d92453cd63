package dev.drift.github.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, https://api.github.com/graphql",
        "https://git.acme.example/api/v3/, https://git.acme.example/api/graphql",
        "https://api.acme.ghe.com, https://api.acme.ghe.com/graphql",
        "http://127.0.0.1:4000, http://127.0.0.1:4000/graphql",
    })
    void knowsWhereGraphqlIsSpoken(String address, String graphql) {
        assertThat(GitHubAddress.of(address).graphql()).hasToString(graphql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://git.acme.example/api/v3", "ftp://x.example", "nothing", "https://a b", "https://h/?q=1"})
    void refusesWhatIsNoSafeAddress(String address) {
        assertThatThrownBy(() -> GitHubAddress.of(address))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("GITHUB_API_URL");
    }

    @Test
    void refusesCredentialsWithoutRepeatingThem() {
        assertThatThrownBy(() -> GitHubAddress.of("https://someone:hunter22@git.acme.example"))
                .hasMessageContaining("credentials")
                .hasMessageNotContaining("hunter22");
    }
}
