package dev.drift.aws.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short words for long things. */
final class Digests {

    private Digests() {}

    /** A SHA-256 over a word and bytes, in hexadecimal. */
    static String of(String word, byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    static byte[] of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every JVM has SHA-256", never);
        }
    }
}
