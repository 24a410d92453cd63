package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookEnvironmentTest {

    @TempDir
    private Path temporary;

    @Test
    void terragruntAppliesOnceAndKeepsItsCacheBelowTheStack() throws Exception {
        UserEnvironment user = new UserEnvironment(Map.of(
                "TG_DOWNLOAD_DIR", "/elsewhere",
                "TERRAGRUNT_DOWNLOAD", "/elsewhere",
                "TG_NO_AUTO_RETRY", "false",
                "HOME", "/home/ci"));
        try (LookFolder folder = LookFolders.open(temporary)) {
            Map<String, String> told = LookEnvironment.forApply(
                            user, new Program(IacTool.TERRAGRUNT, Path.of("terragrunt")), folder)
                    .variables();

            assertThat(told)
                    .containsEntry("TG_NO_AUTO_RETRY", "true")
                    .containsEntry("TERRAGRUNT_NO_AUTO_RETRY", "true")
                    .containsEntry("HOME", "/home/ci")
                    .doesNotContainKeys("TG_DOWNLOAD_DIR", "TERRAGRUNT_DOWNLOAD");
        }
    }
}
