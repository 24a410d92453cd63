package dev.drift.terramate.cloud.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.terramate.cloud.CloudConfiguration;
import dev.drift.terramate.process.UserEnvironment;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudSwitchTest {

    private static final CloudConfiguration SILENT = configuration(Optional.empty());
    private static final CloudConfiguration NAMED = configuration(Optional.of("acme"));
    private static final Map<String, String> JOB = Map.of("ACTIONS_ID_TOKEN_REQUEST_URL", "https://x");

    @ParameterizedTest
    @ValueSource(strings = {"TMC_TOKEN", "TMC_API_URL", "TMC_API_HOST", "TM_CLOUD_ORGANIZATION", "TM_GITLAB_ID_TOKEN"})
    void isOnWhereASettingOfTheVendorIsFound(String variable) {
        Supplier<CloudConfiguration> unread = () -> {
            throw new AssertionError("read for nothing");
        };

        assertThat(CloudSwitch.FOUND.isOn(user(Map.of(variable, "x")), unread)).isTrue();
        assertThat(CloudSwitch.FOUND.isOn(user(Map.of(variable, "")), () -> SILENT))
                .isFalse();
        assertThat(CloudSwitch.OFF.isOn(user(Map.of(variable, "x")), unread)).isFalse();
    }

    @Test
    void isOnForAGithubJobWhereTheCodeNamesTheCloud() {
        assertThat(CloudSwitch.FOUND.isOn(user(JOB), () -> NAMED)).isTrue();
        assertThat(CloudSwitch.FOUND.isOn(user(JOB), () -> SILENT)).isFalse();
        assertThat(CloudSwitch.FOUND.isOn(user(Map.of()), () -> NAMED)).isFalse();
    }

    @Test
    void isOnWhereThatIsSaid() {
        assertThat(CloudSwitch.ON.isOn(user(Map.of()), () -> SILENT)).isTrue();
    }

    private static UserEnvironment user(Map<String, String> variables) {
        return new UserEnvironment(variables);
    }

    private static CloudConfiguration configuration(Optional<String> organization) {
        return new CloudConfiguration(organization, Optional.empty(), "origin", "main");
    }
}
