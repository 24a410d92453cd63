package dev.drift.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void ownMountsAreSeenByNobodyElse(@TempDir Path folder) throws Exception {
        List<Object> words = new ArrayList<>(RealTools.ownMounts());
        words.addAll(List.of("/bin/sh", "-c", "mount -t tmpfs tmpfs \"$0\" && touch \"$0/here\" && ls \"$0\"", folder));

        assertThat(Command.of(words.toArray()).output()).isEqualToIgnoringNewLines("here");
        assertThat(folder).isEmptyDirectory();
    }
}
