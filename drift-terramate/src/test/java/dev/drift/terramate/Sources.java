package dev.drift.terramate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small projects for tests. */
public record Sources(Path root) {

    /** The same with a file, whose directories come to be as needed. */
    public Sources with(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same as the top of an empty git repository. */
    public Sources asRepository() {
        try {
            Files.createDirectories(root.resolve(".git/objects"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return with(".git/HEAD", "ref: refs/heads/main\n");
    }

    /** A directory of it. */
    public Path at(String path) {
        return root.resolve(path);
    }
}
