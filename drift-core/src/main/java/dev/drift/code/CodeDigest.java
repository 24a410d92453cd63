package dev.drift.code;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the code of a stack is recognised by.
 *
 * @param sha256 a SHA-256 over the files read, in hexadecimal: equal digests mean equal files
 * @param beyond what a plan of the code may depend on and the digest does not cover, each in words, sorted: a file that only
 *     an expression can name, a module that lies elsewhere. Where it is empty, equal digests mean equal code
 */
public record CodeDigest(String sha256, Set<String> beyond) {

    public CodeDigest {
        requireNonNull(sha256, "sha256 is null");
        beyond = Collections.unmodifiableSet(new TreeSet<>(beyond));
    }

    /** Of code that depends on nothing but the files read. */
    public static CodeDigest of(String sha256) {
        return new CodeDigest(sha256, Set.of());
    }
}
