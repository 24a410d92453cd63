package dev.drift.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RealToolsTest {

    @Test
    void terramateIsThePinnedOne() throws Exception {
        assertThat(Command.of(RealTools.terramate(), "--version").output()).contains("0.17.2");
    }

    @Test
    void openTofuIsThePinnedOne() throws Exception {
        assertThat(Command.of(RealTools.tofu(), "version").output()).contains("OpenTofu v1.12.6");
    }

    @Test
    void terragruntRuns() throws Exception {
        // Built from its module it does not know its version.
        assertThat(Command.of(RealTools.terragrunt(), "--version").output()).startsWith("terragrunt version");
    }

    @Test
    void terraformOrItsStandInRuns() throws Exception {
        assertThat(Command.of(RealTools.terraform(), "version", "-json").output())
                .contains("\"terraform_version\"");
    }
}
