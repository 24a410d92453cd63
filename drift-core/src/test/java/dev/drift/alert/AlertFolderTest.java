package dev.drift.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.testing.AlertMemoryContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertFolderTest extends AlertMemoryContract {

    @TempDir
    private Path root;

    @Override
    protected AlertMemory memory() {
        return new AlertFolder(root.resolve("alerts"));
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        memory().remember("eu", Map.of());

        try (var files = Files.list(root.resolve("alerts"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() throws Exception {
        memory().remember("eu", Map.of());
        try (var files = Files.list(root.resolve("alerts"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"/a\":{}}");
        }

        assertThatThrownBy(() -> memory().recall("eu"))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("everything is told once more");
    }
}
