package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.provider.ProviderRelease;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final ProviderRelease RELEASE =
            new ProviderRelease("registry.terraform.io/hashicorp/aws", "5.100.0", Set.of());

    @Test
    void whatSaysNothingToAProviderMakesNoDifference() {
        Map<String, String> one = Map.of("AWS_PROFILE", "a", "PWD", "/one", "TF_VAR_x", "1", "TG_LOG_LEVEL", "info");
        Map<String, String> other = Map.of("AWS_PROFILE", "a", "PWD", "/other", "SHLVL", "2", "TERRAMATE_X", "y");

        assertThat(Origin.of(RELEASE, one)).isEqualTo(Origin.of(RELEASE, other));
    }

    @Test
    void credentialsAndWhatTheProviderReadsMakeADifference() {
        Origin origin = Origin.of(RELEASE, Map.of("AWS_ACCESS_KEY_ID", "a"));

        assertThat(origin).isNotEqualTo(Origin.of(RELEASE, Map.of("AWS_ACCESS_KEY_ID", "b")));
        assertThat(origin)
                .isNotEqualTo(
                        Origin.of(RELEASE, Map.of("AWS_ACCESS_KEY_ID", "a", "TF_AWS_DEFAULT_TAGS_Team", "platform")));
        assertThat(origin)
                .isNotEqualTo(
                        Origin.of(new ProviderRelease(RELEASE.source(), "5.99.0", Set.of()), origin.environment()));
    }

    @Test
    void printsNoVariable() {
        assertThat(Origin.of(RELEASE, Map.of("AWS_SECRET_ACCESS_KEY", "hunter2")))
                .hasToString("registry.terraform.io/hashicorp/aws 5.100.0");
    }
}
