package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The two hashes a lock file knows: {@code zh:}, the SHA-256 of the packed file, and {@code h1:}, the SHA-256 of a list of
 * the contents, the same packed and unpacked (Go's module hash). Files are read in pieces; they can be larger than memory.
 */
final class PackageHash {

    static final String CONTENTS = "h1:";
    static final String ARCHIVE = "zh:";

    /** The order of Go strings, which is that of their bytes. */
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(UTF_8), Arrays::compareUnsigned);

    private PackageHash() {}

    static String ofArchive(Path archive) throws IOException {
        try (InputStream stream = Files.newInputStream(archive)) {
            return ARCHIVE + hex(stream);
        }
    }

    /** The contents of a packed file, as if it were unpacked. */
    static String ofContents(Path archive) throws IOException {
        Map<String, String> files = new TreeMap<>(BY_BYTES);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    files.put(entry.getName(), hex(stream));
                }
            }
        }
        return ofFiles(files);
    }

    /** The contents of an unpacked package. */
    static String ofFolder(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>(BY_BYTES);
        for (Path file : filesIn(folder)) {
            try (InputStream stream = Files.newInputStream(file)) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), hex(stream));
            }
        }
        return ofFiles(files);
    }

    /** What is hashed of a folder: everything below it that is no folder, links by what they lead to. */
    static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static String ofFiles(Map<String, String> files) {
        MessageDigest digest = sha256();
        files.forEach((name, hash) -> digest.update((hash + "  " + name + "\n").getBytes(UTF_8)));
        return CONTENTS + Base64.getEncoder().encodeToString(digest.digest());
    }

    private static String hex(InputStream stream) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[256 * 1024];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
