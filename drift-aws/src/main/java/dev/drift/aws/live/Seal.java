package dev.drift.aws.live;

import dev.drift.aws.shared.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes words out of what must not be written down, and recognises what was written by us. Its key is made on first use and lies
 * beside what it seals; without it nobody can try out which values were behind a word. For any number of threads.
 */
final class Seal {

    /** How many bytes an impression has. */
    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With the key in that file. One that cannot be kept seals for this process only. */
    static Seal keptIn(Path file) {
        try {
            byte[] kept = Files.readAllBytes(file);
            if (kept.length == LENGTH) {
                return new Seal(kept);
            }
        } catch (IOException notThere) {
            // It is made now.
        }
        byte[] made = new byte[LENGTH];
        new SecureRandom().nextBytes(made);
        try {
            PrivateFiles.write(file, made);
        } catch (IOException full) {
            // What is sealed with it is not recognised by the next run.
        }
        return new Seal(made);
    }

    /** The same word for the same text. */
    String word(String text) {
        return HexFormat.of().formatHex(impression(text, new byte[0]));
    }

    byte[] impression(String name, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    boolean isOn(String name, byte[] content, byte[] impression) {
        return MessageDigest.isEqual(impression(name, content), impression);
    }
}
