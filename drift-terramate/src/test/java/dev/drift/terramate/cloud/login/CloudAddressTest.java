package dev.drift.terramate.cloud.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.terramate.process.UserEnvironment;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudAddressTest {

    @Test
    void isThatOfTheRegion() {
        assertThat(base(Map.of(), Optional.empty())).isEqualTo("https://api.terramate.io");
        assertThat(base(Map.of(), Optional.of("eu"))).isEqualTo("https://api.terramate.io");
        assertThat(base(Map.of(), Optional.of("us"))).isEqualTo("https://us.api.terramate.io");
    }

    @Test
    void isSetByTheHostBeforeTheUrl() {
        assertThat(base(Map.of("TMC_API_URL", "https://b.example/api"), Optional.empty()))
                .isEqualTo("https://b.example/api");
        assertThat(base(Map.of("TMC_API_HOST", "a.example", "TMC_API_URL", "https://b.example"), Optional.empty()))
                .isEqualTo("https://a.example");
    }

    @Test
    void asksForIdentitiesInTheNameOfTheRegion() {
        CloudAddress address =
                CloudAddress.of(new UserEnvironment(Map.of("TMC_API_URL", "http://127.0.0.1:3001")), Optional.of("us"));

        assertThat(address.audience()).isEqualTo("us.api.terramate.io");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "ftp://example.com",
                "https://user:password@example.com",
                "https://",
                "nonsense",
                "https://example.com?x=1",
                "https://exa mple.com",
                "https://example.com:99999",
                "https://exa_mple..com"
            })
    void refusesWhereNoTokenMayGo(String url) {
        assertThatThrownBy(() -> base(Map.of("TMC_API_URL", url), Optional.empty()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("TMC_API_URL")
                .hasMessageNotContaining("password");
    }

    @Test
    void refusesAHostThatIsAUrl() {
        assertThatThrownBy(() -> base(Map.of("TMC_API_HOST", "https://a.example"), Optional.empty()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("TMC_API_HOST")
                .hasMessageContaining("a host alone");
    }

    @Test
    void refusesARegionThatIsNone() {
        assertThatThrownBy(() -> base(Map.of(), Optional.of("mars")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("mars");
    }

    private static String base(Map<String, String> variables, Optional<String> location) {
        return CloudAddress.of(new UserEnvironment(variables), location).base().toString();
    }
}
