package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
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
        String hash = hashes().of(folder);
        Files.writeString(note(), OTHER);

        assertThat(hash).isEqualTo(PackageHash.ofFolder(folder));
        assertThat(hashes().of(folder)).isEqualTo(OTHER);
    }

    @Test
    void whatWasTouchedJustNowIsNotRemembered() throws IOException {
        new FolderHashes(root.resolve("notes")).of(folder);

        assertThat(root.resolve("notes")).doesNotExist();
    }

    @Test
    void aFileOfTheSameSizeAndTimesIsReadAgain() throws IOException {
        hashes().of(folder);
        FileTime modified = Files.getLastModifiedTime(program);
        Object changed = Files.getAttribute(program, "unix:ctime");
        // The clock of the file system is coarse.
        Awaitility.await().until(() -> {
            Files.writeString(program, "other");
            Files.setLastModifiedTime(program, modified);
            return !changed.equals(Files.getAttribute(program, "unix:ctime"));
        });

        assertThat(hashes().of(folder)).isEqualTo(PackageHash.ofFolder(folder));
    }

    @Test
    void aFileThatCameToThePackageIsReadToo() throws IOException {
        String before = hashes().of(folder);
        Files.writeString(folder.resolve("more"), "");

        assertThat(hashes().of(folder)).isNotEqualTo(before).isEqualTo(PackageHash.ofFolder(folder));
    }

    @Test
    void aNoteThatIsNoHashIsPassedOver() throws IOException {
        String hash = hashes().of(folder);
        Files.writeString(note(), "h1:cut");

        assertThat(hashes().of(folder)).isEqualTo(hash);
    }

    private Path note() throws IOException {
        try (Stream<Path> notes = Files.list(root.resolve("notes"))) {
            return notes.findFirst().orElseThrow();
        }
    }

    /** An hour later, when everything is settled. */
    private FolderHashes hashes() {
        return new FolderHashes(root.resolve("notes"), Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    }
}
