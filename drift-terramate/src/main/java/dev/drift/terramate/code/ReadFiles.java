package dev.drift.terramate.code;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files read for one stack, by their names seen from its directory. */
final class ReadFiles {

    private final Path top;
    private final SortedMap<String, String> texts = new TreeMap<>();

    ReadFiles(Path top) {
        this.top = top;
    }

    /** Reads a file, which must be there. */
    CodeFile read(Path file) {
        return noted(CodeFile.read(file, name(file)));
    }

    /** Reads a file if it is there. */
    Optional<CodeFile> find(Path file) {
        return CodeFile.find(file, name(file)).map(this::noted);
    }

    /** How messages and the digest call it: the path from the directory of the stack. */
    String name(Path file) {
        Path relative = top.relativize(file.normalize());
        return relative.toString().isEmpty() ? "." : relative.toString();
    }

    /** A SHA-256 over the names and texts of everything read, in hexadecimal. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            texts.forEach((name, text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private CodeFile noted(CodeFile file) {
        texts.put(file.name(), file.source().text());
        return file;
    }
}
