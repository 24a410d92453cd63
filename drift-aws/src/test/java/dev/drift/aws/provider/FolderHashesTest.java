package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHashesTest {

    private static final String OTHER = "h1:" + "B".repeat(43) + "=";

    @TempDir
    private Path root;

    private Path folder;
    private Path program;

    @BeforeEach
    void writePackage() throws IOException {
        assumeThat(root.getFileSystem().supportedFileAttributeViews())
                .as("this file system tells no time of change, nothing is remembered")
                .contains("unix");
        folder = Files.createDirectories(root.resolve("package"));
        program = Files.writeString(folder.resolve("program"), "first");
        Files.writeString(folder.resolve("LICENSE.txt"), "free");
    }

    @Test
    void whatIsRememberedIsNotReadAgain() throws IOException {
        settle();
        String hash = hashes().of(folder);
        Files.writeString(note(), OTHER);

        assertThat(hash).isEqualTo(PackageHash.ofFolder(folder));
        assertThat(hashes().of(folder)).isEqualTo(OTHER);
    }

    @Test
    void whatWasTouchedJustNowIsNotRemembered() throws IOException {
        hashes().of(folder);

        assertThat(root.resolve("notes")).doesNotExist();
    }

    @Test
    void aFileOfTheSameSizeAndTimesIsReadAgain() throws IOException {
        settle();
        hashes().of(folder);
        FileTime modified = Files.getLastModifiedTime(program);
        Files.writeString(program, "other");
        Files.setLastModifiedTime(program, modified);

        assertThat(hashes().of(folder)).isEqualTo(PackageHash.ofFolder(folder));
    }

    @Test
    void aFileThatCameToThePackageIsReadToo() throws IOException {
        settle();
        String before = hashes().of(folder);
        Files.writeString(folder.resolve("more"), "");
        settle();

        assertThat(hashes().of(folder)).isNotEqualTo(before).isEqualTo(PackageHash.ofFolder(folder));
    }

    @Test
    void aNoteThatIsNoHashIsPassedOver() throws IOException {
        settle();
        String hash = hashes().of(folder);
        Files.writeString(note(), "h1:cut");

        assertThat(hashes().of(folder)).isEqualTo(hash);
    }

    private void settle() throws IOException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> youngest().isBefore(Instant.now().minusMillis(2100)));
    }

    private Instant youngest() throws IOException {
        Instant youngest = Instant.MIN;
        for (Path file : List.of(program, folder.resolve("LICENSE.txt"), folder.resolve("more"))) {
            if (Files.exists(file)) {
                Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
                youngest = changed.isAfter(youngest) ? changed : youngest;
            }
        }
        return youngest;
    }

    private Path note() throws IOException {
        try (Stream<Path> notes = Files.list(root.resolve("notes"))) {
            return notes.findFirst().orElseThrow();
        }
    }

    private FolderHashes hashes() {
        return new FolderHashes(root.resolve("notes"));
    }
}
