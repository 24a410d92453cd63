package dev.drift.aws.live;

import dev.drift.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes words out of what must not be written down, and closes what others must neither read nor write. Its key is made on first
 * use and does not lie beside what it seals, so that who gets hold of the one has not got the other; without it nobody can try
 * out which values were behind a word. For any number of threads.
 */
final class Seal {

    /** The variable that names a key, for machines that are thrown away. */
    static final String VARIABLE = "DRIFT_PLANS_KEY";

    private static final int LENGTH = 32;
    private static final int SHORTEST_NAMED = 16;
    private static final String WORDS = "HmacSHA256";
    private static final String CLOSING = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final SecretKeySpec closing;

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, WORDS);
        this.closing = new SecretKeySpec(impression(this.key, "closing"), "AES");
    }

    /**
     * With the key that the environment names, or else with that of the user on this machine. One that cannot be kept seals for
     * this process only.
     */
    static Seal of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        if (named.length() >= SHORTEST_NAMED) {
            return new Seal(named.getBytes(StandardCharsets.UTF_8));
        }
        Optional<Path> file = file(environment);
        return file.isPresent() ? keptIn(file.get()) : new Seal(fresh());
    }

    /** With the key in that file. */
    static Seal keptIn(Path file) {
        try {
            byte[] kept = Files.readAllBytes(file);
            if (kept.length == LENGTH) {
                return new Seal(kept);
            }
        } catch (IOException notThere) {
            // It is made now.
        }
        byte[] made = fresh();
        try {
            PrivateFiles.write(file, made);
        } catch (IOException full) {
            // What is sealed with it is not recognised by the next run.
        }
        return new Seal(made);
    }

    /** The same word for the same text. */
    String word(String text) {
        return HexFormat.of().formatHex(impression(key, text));
    }

    /** The content as nobody can read it, under a name that belongs to it. */
    byte[] closed(String name, byte[] content) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, whole, NONCE, closed.length);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + CLOSING, impossible);
        }
    }

    /** What was closed under that name with this key; empty if these are other bytes. */
    Optional<byte[]> opened(String name, byte[] whole) {
        if (whole.length < NONCE) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOf(whole, NONCE));
            return Optional.of(cipher.doFinal(whole, NONCE, whole.length - NONCE));
        } catch (GeneralSecurityException others) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CLOSING);
        cipher.init(mode, closing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] impression(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(WORDS);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + WORDS, impossible);
        }
    }

    private static Optional<Path> file(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        try {
            if (!state.isBlank()) {
                return Optional.of(Path.of(state, "drift", "plans.key"));
            }
            return home.isBlank() ? Optional.empty() : Optional.of(Path.of(home, ".local/state/drift/plans.key"));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static byte[] fresh() {
        byte[] made = new byte[LENGTH];
        new SecureRandom().nextBytes(made);
        return made;
    }
}
