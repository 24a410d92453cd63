package dev.drift.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    private Path folder;

    @Test
    void nobodyButTheOwnerReadsWhatIsWritten() throws IOException {
        Path file = folder.resolve("a/b/file");

        PrivateFiles.write(file, new byte[] {1});
        PrivateFiles.append(file.resolveSibling("behind"), new byte[] {1});
        PrivateFiles.replace(file.resolveSibling("whole"), new byte[] {1});

        assertThat(folder.resolve("a"))
                .satisfies(made -> assertThat(permissions(made)).isEqualTo("rwx------"));
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(made -> assertThat(permissions(made)).isEqualTo("rw-------"));
        }
    }

    @Test
    void whatIsUnfinishedIsOverwritten() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(folder.resolve("file.tmp"), "half of somethi");

        PrivateFiles.replace(file, new byte[] {'a'});
        PrivateFiles.append(file, new byte[] {'b', 'c'});
        PrivateFiles.truncate(file, 2);
        PrivateFiles.settle(folder);

        assertThat(file).hasContent("ab");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aLinkToAFolderIsAFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

        PrivateFiles.makeFolder(link);
        PrivateFiles.write(link.resolve("file"), new byte[0]);

        assertThat(folder.resolve("real/file")).exists();
    }

    @Test
    void deletesLinksAndNotWhatTheyLeadTo() throws IOException {
        PrivateFiles.write(folder.resolve("kept/file"), new byte[0]);
        PrivateFiles.write(folder.resolve("gone/below/file"), new byte[0]);
        Files.createSymbolicLink(folder.resolve("gone/link"), folder.resolve("kept"));

        PrivateFiles.delete(folder.resolve("gone"));
        PrivateFiles.delete(folder.resolve("never"));

        assertThat(folder).isDirectoryNotContaining("glob:**/gone");
        assertThat(folder.resolve("kept/file")).exists();
    }

    private static String permissions(Path made) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(made));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
