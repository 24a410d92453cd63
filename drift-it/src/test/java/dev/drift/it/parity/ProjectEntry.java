package dev.drift.it.parity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something that lies in a project.
 *
 * @param kind how the text is meant
 * @param path where it lies
 * @param text the content of a file, the target of a link
 */
record ProjectEntry(Kind kind, String path, String text) {

    /** The word that stands before the path in a case; a file has none. */
    enum Kind {
        FILE,
        CRLF,
        BOM,
        LATIN1,
        DIR,
        LINK
    }

    void writeTo(Path project) throws IOException {
        Path place = project.resolve(path);
        Files.createDirectories(kind == Kind.DIR ? place : place.resolveSibling(""));
        switch (kind) {
            case FILE -> Files.writeString(place, text);
            case CRLF -> Files.writeString(place, text.replace("\n", "\r\n"));
            case BOM -> Files.writeString(place, "\uFEFF" + text);
            case LATIN1 -> Files.writeString(place, text, StandardCharsets.ISO_8859_1);
            case LINK -> Files.createSymbolicLink(place, Path.of(text.strip()));
            case DIR -> {}
        }
    }
}
