package dev.drift.aws.state;

import dev.drift.value.Value;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts states as OpenTofu does: the method of the state and its fallbacks are tried in turn, each with the key its
 * provider finds by the facts that lie beside the encrypted bytes. Only AES-GCM is known, and only what the environment says.
 */
final class Decryption {

    private static final String FORMAT = "v0";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_METHODS = 10;

    private final StateKeys keys;

    Decryption(AwsConnections connections) {
        this.keys = new StateKeys(connections);
    }

    /** The state in clear; whoever asked wipes it when it is read. */
    byte[] open(Envelope envelope, Map<String, String> environment) throws NotDecryptedException {
        if (!envelope.format().equals(FORMAT)) {
            throw new NotDecryptedException("its encryption has a version that is not known");
        }
        byte[] sealed =
                envelope.sealed().orElseThrow(() -> new NotDecryptedException("it is too large to be decrypted"));
        String told = environment.getOrDefault("TF_ENCRYPTION", "");
        if (told.isBlank()) {
            throw new NotDecryptedException("TF_ENCRYPTION does not say how");
        }
        Value configuration = EncryptionText.read(told);
        Optional<NotDecryptedException> last = Optional.empty();
        for (List<String> method : methods(configuration)) {
            try {
                return opened(sealed, method, configuration, envelope, environment);
            } catch (NotDecryptedException failed) {
                last = Optional.of(failed);
            }
        }
        throw last.orElseGet(() -> new NotDecryptedException("TF_ENCRYPTION names no method for states"));
    }

    private static List<List<String>> methods(Value configuration) {
        List<List<String>> methods = new ArrayList<>();
        Value target = one(configuration.field("state"));
        while (!target.isNull() && methods.size() < MOST_METHODS) {
            List<String> method = EncryptionText.reference(target.field("method"));
            if (method.size() == 3
                    && method.get(0).equals("method")
                    && !method.get(1).equals("unencrypted")) {
                methods.add(method);
            }
            target = one(target.field("fallback"));
        }
        return methods;
    }

    private byte[] opened(
            byte[] sealed, List<String> name, Value configuration, Envelope envelope, Map<String, String> environment)
            throws NotDecryptedException {
        Value method = block(configuration, name);
        if (!name.get(1).equals("aes_gcm") || method.isNull()) {
            throw new NotDecryptedException("its method of encryption is not known");
        }
        List<String> provider = EncryptionText.reference(method.field("keys"));
        Value settings = block(configuration, provider);
        if (provider.size() != 3 || !provider.get(0).equals("key_provider") || settings.isNull()) {
            throw new NotDecryptedException("TF_ENCRYPTION names no provider of its key");
        }
        String entry = settings.field("encrypted_metadata_alias").text().orElse(String.join(".", provider));
        Value facts = envelope.facts().getOrDefault(entry, Value.ofNull());
        byte[] key = keys.key(provider.get(1), settings, facts, environment);
        try {
            return decrypted(sealed, key, additional(method.field("aad")));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] decrypted(byte[] sealed, byte[] key, byte[] additional) throws NotDecryptedException {
        if (sealed.length < NONCE) {
            throw new NotDecryptedException("what is encrypted ends early");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(additional);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException wrongKey) {
            throw new NotDecryptedException("the key does not fit");
        } catch (GeneralSecurityException odd) {
            throw new NotDecryptedException("the key or what is encrypted makes no sense");
        }
    }

    private static byte[] additional(Value written) {
        byte[] bytes = new byte[written.items().size()];
        for (int place = 0; place < bytes.length; place++) {
            bytes[place] = written.items().get(place) instanceof Value.Decimal number
                    ? number.value().byteValue()
                    : 0;
        }
        return bytes;
    }

    /** The block at these names; a list of one stands for what is in it, as in JSON. */
    private static Value block(Value configuration, List<String> names) {
        Value block = one(configuration);
        for (String name : names) {
            block = one(block.field(name));
        }
        return block;
    }

    private static Value one(Value value) {
        return value.items().size() == 1 ? value.items().get(0) : value;
    }
}
