package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.terramate.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    @Test
    void aSweepKeepsWhatAToolWorksWithThatOutlivedItsRun() throws Exception {
        Process tool = new ProcessBuilder("sleep", "600").start();
        try {
            Path left = left(ProcessIdentity.of(tool.toHandle()).text());
            Path ofAnother = left(new ProcessIdentity(tool.pid(), Optional.of(Instant.EPOCH)).text());

            LookFolders.sweep(base);

            assertThat(left).exists();
            assertThat(ofAnother).as("of a process that had the number before").doesNotExist();

            tool.destroyForcibly().waitFor();
            LookFolders.sweep(base);

            assertThat(left).doesNotExist();
        } finally {
            tool.destroyForcibly();
        }
    }

    @Test
    void aFolderSaysWhoWorksInIt() throws IOException {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
        try (LookFolder folder = LookFolders.open(base)) {
            folder.lendTo(self);

            assertThat(folder.path().resolve(LookFolders.USER)).hasContent(self.text());
        }
    }

    private Path left(String user) throws IOException {
        Path left = Files.createTempDirectory(base, "drift-look-");
        Files.createFile(left.resolve("lock"));
        Files.writeString(left.resolve(LookFolders.USER), user);
        age(left);
        return left;
    }

    private static void age(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
}
