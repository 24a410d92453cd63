package dev.drift.terramate.code;

import dev.drift.code.CodeDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files read for one stack, by their names seen from its directory and what links make of them. */
final class ReadFiles {

    private static final long LARGEST_WITNESS = 16L << 20;

    private final Path top;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final Set<String> beyond = new TreeSet<>();

    ReadFiles(Path top) {
        this.top = top;
    }

    /** Reads a file, which must be there. */
    CodeFile read(Path file) {
        return noted(file, CodeFile.read(file, name(file)));
    }

    /** Reads a file if it is there. */
    Optional<CodeFile> find(Path file) {
        return CodeFile.find(file, name(file)).map(found -> noted(file, found));
    }

    /** Reads a file that is no code and belongs to the digest; empty if it is not there, or too large to be read each time. */
    Optional<byte[]> witness(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_WITNESS) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            texts.put(place(file), HexFormat.of().formatHex(sha256().digest(bytes)));
            return Optional.of(bytes);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Notes which directory a module is called from; one that only links tell from another has no files of its own. */
    void visit(Path directory) {
        String place = place(directory);
        if (place.indexOf('\0') >= 0) {
            texts.put(place, "");
        }
    }

    /** Notes something that plans depend on and the digest does not cover. */
    void beyond(String what) {
        beyond.add(what);
    }

    /** How messages and the digest call it: the path from the directory of the stack. */
    String name(Path file) {
        Path relative = top.relativize(file.normalize());
        return relative.toString().isEmpty() ? "." : relative.toString();
    }

    /** A SHA-256 over the names and texts of everything read, and what is beyond it. */
    CodeDigest digest() {
        MessageDigest sha = sha256();
        texts.forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            sha.update(bytes);
        });
        return new CodeDigest(HexFormat.of().formatHex(sha.digest()), beyond);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private CodeFile noted(Path file, CodeFile read) {
        texts.put(place(file), read.source().text());
        return read;
    }

    /** Its name and, where links lead elsewhere, what they lead to: two files may share a name, and two names a file. */
    private String place(Path file) {
        String name = name(file);
        try {
            Path real = top.toRealPath().relativize(file.toRealPath());
            return real.equals(Path.of(name))
                            || (name.equals(".") && real.toString().isEmpty())
                    ? name
                    : name + "\0\0" + real;
        } catch (IOException gone) {
            return name;
        }
    }
}
