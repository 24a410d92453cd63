package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageHashTest {

    /** What {@code (sha256sum LICENSE docs/é z | sha256sum)} says, in Base64: the order of bytes is that of names here. */
    private static final String CONTENTS = "h1:xQWLDCdoEmh/O+L8B7YJ40R1UEoPksMoCVofK7HtGps=";

    @TempDir
    private Path root;

    @Test
    void contentsAreHashedAsGoHashesModules() throws Exception {
        assertThat(PackageHash.ofFolder(folder())).isEqualTo(CONTENTS);
    }

    @Test
    void aLinkToTheFolderIsTheFolder() throws Exception {
        Path link = Files.createSymbolicLink(root.resolve("link"), folder());

        assertThat(PackageHash.ofFolder(link.toRealPath())).isEqualTo(CONTENTS);
    }

    @Test
    void packedAndUnpackedContentsAreTheSame() throws Exception {
        Path archive = root.resolve("packed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("docs/"));
            for (String name : new String[] {"z", "docs/é", "LICENSE"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder().resolve(name)));
            }
        }

        assertThat(PackageHash.ofContents(archive)).isEqualTo(CONTENTS);
    }

    @Test
    void archivesAreHashedAsFiles() throws Exception {
        Path archive = Files.writeString(root.resolve("any"), "abc");

        assertThat(PackageHash.ofArchive(archive))
                .isEqualTo("zh:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private Path folder() throws Exception {
        Path folder = root.resolve("package");
        Files.createDirectories(folder.resolve("docs"));
        Files.writeString(folder.resolve("z"), "last\n");
        Files.writeString(folder.resolve("docs/é"), "accent\n");
        Files.writeString(folder.resolve("LICENSE"), "free\n");
        return folder;
    }
}
