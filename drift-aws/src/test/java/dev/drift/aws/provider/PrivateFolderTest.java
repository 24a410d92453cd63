package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

    private static final String PREFIX = "drift-t";

    @TempDir
    private Path base;

    @Test
    void isForItsOwnerOnlyAndGoneOnceClosed() throws Exception {
        PrivateFolder folder = PrivateFolder.open(base.resolve("not/there/yet"), PREFIX);
        Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("file"), "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        folder.close();
        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftIsSweptByTheNext() throws Exception {
        Process killed = ProviderOwner.start(Map.of(), "folder", base.toString(), PREFIX, "hold");
        Path left = Path.of(ProviderOwner.saidBy(killed));
        killed.destroyForcibly().waitFor();
        age(left);

        PrivateFolder.open(base, PREFIX).close();

        assertThat(left).doesNotExist();
    }

    @Test
    void whatWasJustLeftMayBeInTheMakingAndStays() throws Exception {
        Process killed = ProviderOwner.start(Map.of(), "folder", base.toString(), PREFIX, "hold");
        Path left = Path.of(ProviderOwner.saidBy(killed));
        killed.destroyForcibly().waitFor();

        PrivateFolder.open(base, PREFIX).close();

        assertThat(left).exists();
    }

    @Test
    void aNeighbourAtWorkIsNotDisturbed() throws Exception {
        Process neighbour = ProviderOwner.start(Map.of(), "folder", base.toString(), PREFIX, "hold");
        Path itsFolder = Path.of(ProviderOwner.saidBy(neighbour));
        age(itsFolder);

        PrivateFolder.open(base, PREFIX).close();

        assertThat(itsFolder).exists();
        neighbour.destroyForcibly().waitFor();
    }

    @Test
    void ownFoldersStayLockedHoweverOftenOneSweeps() throws Exception {
        try (PrivateFolder own = PrivateFolder.open(base, PREFIX)) {
            age(own.path());
            PrivateFolder.open(base, PREFIX).close();
            age(own.path());

            Process neighbour = ProviderOwner.start(Map.of(), "folder", base.toString(), PREFIX, "leave");
            Path itsFolder = Path.of(ProviderOwner.saidBy(neighbour));
            neighbour.waitFor();

            assertThat(itsFolder).exists();
            assertThat(own.path()).exists();
        }
    }

    @Test
    void socketsGoWhereTheirPathStaysShort() throws Exception {
        Path longBase = Files.createDirectories(base.resolve("x".repeat(60)));
        Path shortBase = Files.createTempDirectory(Path.of("/tmp"), "d");

        try (PrivateFolder folder = SocketFolders.openIn(List.of(base.resolve("missing"), longBase, shortBase))) {
            assertThat(folder.path()).hasParentRaw(shortBase);
        }
        Files.delete(shortBase);
    }

    @Test
    void socketsHaveNoPlaceWhereEveryPathIsTooLong() throws Exception {
        Path longBase = Files.createDirectories(base.resolve("x".repeat(60)));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> SocketFolders.openIn(List.of(longBase)))
                .withMessageContaining("No folder for the provider's socket")
                .withMessageContaining(longBase.toString());
        assertThat(longBase).isEmptyDirectory();
    }

    private static void age(Path folder) throws Exception {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
    }
}
