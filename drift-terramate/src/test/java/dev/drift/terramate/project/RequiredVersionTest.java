package dev.drift.terramate.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredVersionTest {

    @ParameterizedTest
    @CsvSource({
        "0.17.2, true",
        "= 0.17.2, true",
        "!= 0.17.2, false",
        "> 0.17.1, true",
        "> 0.17.2, false",
        ">= 0.17, true",
        "< 1, true",
        "<= 0.17.1, false",
        "~> 0.17, true",
        "~> 0.16, true",
        "~> 0.17.0, true",
        "~> 0.16.0, false",
        "~> 1, false",
        "v0.17.2, true",
        "> 0.17.2-rc1, true",
        "= 0.17.2-rc1, false",
        "~> 0.17.2-rc1, false",
        "'>= 0.17, != 0.17.2', false",
    })
    void decidesAbout0172(String constraint, boolean accepted) {
        assertThat(RequiredVersion.parse(constraint).accepts("0.17.2")).isEqualTo(accepted);
    }

    @Test
    void refusesWhatIsNoConstraint() {
        assertThatThrownBy(() -> RequiredVersion.parse("newest")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequiredVersion.parse("> 1,")).isInstanceOf(IllegalArgumentException.class);
    }
}
