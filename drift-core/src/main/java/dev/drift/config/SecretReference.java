package dev.drift.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is, in place of the secret itself: {@code env:NAME} for a variable of the environment, {@code file:PATH} for
 * what stands in a file.
 *
 * @param kind what kind of place
 * @param name the variable, or the file
 */
public record SecretReference(Kind kind, String name) {

    private static final int MOST_BYTES = 65_536;

    /** A kind of place. */
    public enum Kind {
        /** A variable of the environment. */
        ENV,
        /** A file. */
        FILE
    }

    public SecretReference {
        requireNonNull(kind, "kind is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A reference names a variable or a file");
        }
    }

    /**
     * The reference that the text writes.
     *
     * @throws InvalidConfigException if it writes none; what it writes is not quoted, since it may be the secret
     */
    public static SecretReference parse(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1).strip();
        if (!name.isEmpty() && text.startsWith("env:") && name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            return new SecretReference(Kind.ENV, name);
        }
        if (!name.isEmpty() && text.startsWith("file:")) {
            return new SecretReference(Kind.FILE, name);
        }
        throw InvalidConfigException.of(
                Problem.at("secret", "A secret is named, never written out: env:NAME or file:PATH"));
    }

    /** The same, with a relative file taken from a directory. */
    public SecretReference from(Path directory) {
        return kind == Kind.FILE
                ? new SecretReference(kind, directory.resolve(name).toString())
                : this;
    }

    /**
     * The secret itself, without white space around it.
     *
     * @param environment the variables
     * @param directory where relative files are taken from
     * @throws InvalidConfigException if there is none, with the reference as its place
     */
    public Secret resolve(Map<String, String> environment, Path directory) {
        String value = kind == Kind.ENV ? environment.getOrDefault(name, "") : content(directory.resolve(name));
        if (value.isBlank()) {
            throw InvalidConfigException.of(Problem.at(
                    toString(), kind == Kind.ENV ? "The variable is not set, or is empty" : "The file is empty"));
        }
        return Secret.of(value.strip());
    }

    private String content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), UTF_8);
        } catch (IOException unreadable) {
            throw InvalidConfigException.of(Problem.at(toString(), "The file cannot be read"));
        }
    }

    /** As it was written. */
    @Override
    public String toString() {
        return (kind == Kind.ENV ? "env:" : "file:") + name;
    }
}
