package dev.drift.aws.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks a package whose hash was checked before. */
final class PackedPackage {

    private PackedPackage() {}

    /** Everything in it, readable and executable: Java does not tell which of its files are programs. */
    static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("An entry lies outside of the archive");
                }
                Files.createDirectories(file.getParent());
                try (InputStream stream = zip.getInputStream(entry)) {
                    Files.copy(stream, file);
                }
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
