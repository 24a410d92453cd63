package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LookFoldersTest {

    @TempDir
    private Path base;

    @Test
    void aSweepDeletesWhatAKilledRunLeftBehind() throws IOException {
        Path left = Files.createDirectory(base.resolve("drift-look-1"));
        Files.createFile(left.resolve("lock"));
        age(left);

        LookFolders.sweep(base);

        assertThat(left).doesNotExist();
    }

    @Test
    void aSweepOfThisProcessKeepsItsOwnLocks() throws IOException {
        try (LookFolder folder = LookFolders.open(base)) {
            age(folder.path());

            LookFolders.sweep(base);

            String lock = ":" + Files.getAttribute(folder.path().resolve("lock"), "unix:ino") + " ";
            assertThat(Files.readString(Path.of("/proc/locks"))).contains(lock);
        }
        assertThat(base).isEmptyDirectory();
    }

    private static void age(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
}
