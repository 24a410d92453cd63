package dev.drift.aws.state;

import dev.drift.aws.call.CallException;
import dev.drift.aws.call.Retrying;
import dev.drift.value.Value;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/** Finds the keys of encrypted states again, by what the key providers {@code pbkdf2} and {@code aws_kms} wrote down. */
final class StateKeys {

    private static final int MOST_ITERATIONS = 20_000_000;
    private static final int LONGEST_SALT = 4096;
    private static final Set<Integer> KEY_LENGTHS = Set.of(16, 24, 32);
    private static final Map<String, String> FUNCTIONS =
            Map.of("sha256", "PBKDF2WithHmacSHA256", "sha512", "PBKDF2WithHmacSHA512");

    private final AwsConnections connections;

    StateKeys(AwsConnections connections) {
        this.connections = connections;
    }

    /** The key, by the settings of its provider and the facts beside the state. */
    byte[] key(String provider, Value settings, Value facts, Map<String, String> environment)
            throws NotDecryptedException {
        if (facts.isNull()) {
            throw new NotDecryptedException("it was encrypted with a key that TF_ENCRYPTION does not name");
        }
        return switch (provider) {
            case "pbkdf2" -> derived(settings, facts);
            case "aws_kms" -> handedOut(settings, facts, environment);
            default -> throw new NotDecryptedException("keys of the provider \"" + provider + "\" are not used");
        };
    }

    private static byte[] derived(Value settings, Value facts) throws NotDecryptedException {
        String passphrase = settings.field("passphrase").text().orElse("");
        if (passphrase.isEmpty() || !EncryptionText.isLiteral(passphrase)) {
            throw new NotDecryptedException("TF_ENCRYPTION holds no literal passphrase");
        }
        int iterations = number(facts.field("iterations"), MOST_ITERATIONS);
        int length = number(facts.field("key_length"), 32);
        byte[] salt = bytes(facts.field("salt"));
        String function = FUNCTIONS.get(facts.field("hash_function").text().orElse(""));
        if (function == null || !KEY_LENGTHS.contains(length) || salt.length == 0 || salt.length > LONGEST_SALT) {
            throw new NotDecryptedException("how its key was derived makes no sense");
        }
        PBEKeySpec asked = new PBEKeySpec(passphrase.toCharArray(), salt, iterations, length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(function).generateSecret(asked).getEncoded();
        } catch (GeneralSecurityException odd) {
            throw new NotDecryptedException("its key cannot be derived");
        } finally {
            asked.clearPassword();
        }
    }

    private byte[] handedOut(Value settings, Value facts, Map<String, String> environment)
            throws NotDecryptedException {
        Map<String, String> written = new HashMap<>();
        flatten("", settings, written);
        Map<String, String> context = new HashMap<>();
        flatten("", facts.field("encryption_context"), context);
        SdkBytes sealedKey = SdkBytes.fromByteArray(bytes(facts.field("ciphertext_blob")));
        try {
            KmsClient kms = connections.to(new Settings(written, environment)).kms();
            return Retrying.calling(
                            "decrypting the key of the state",
                            () -> kms.decrypt(request -> request.keyId(written.get("kms_key_id"))
                                    .ciphertextBlob(sealedKey)
                                    .encryptionContext(context)))
                    .plaintext()
                    .asByteArray();
        } catch (CallException failed) {
            throw new NotDecryptedException(failed.reason());
        } catch (StateException undetermined) {
            throw new NotDecryptedException(undetermined.reason());
        }
    }

    private static void flatten(String name, Value value, Map<String, String> into) throws NotDecryptedException {
        if (value instanceof Value.Fields fields) {
            for (Map.Entry<String, Value> field : fields.values().entrySet()) {
                flatten(name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), into);
            }
        } else if (value.items().size() == 1 && value.items().get(0) instanceof Value.Fields only) {
            flatten(name, only, into);
        } else if (value instanceof Value.Items list) {
            for (int place = 0; place < list.values().size(); place++) {
                flatten(name + "." + place, list.values().get(place), into);
            }
        } else if (!value.isNull()) {
            if (!EncryptionText.isLiteral(value.toString())) {
                throw new NotDecryptedException("TF_ENCRYPTION says more than literals and references");
            }
            into.put(name, value.toString());
        }
    }

    private static int number(Value value, int most) {
        return value instanceof Value.Decimal number
                        && number.value().signum() > 0
                        && number.value().compareTo(java.math.BigDecimal.valueOf(most)) <= 0
                ? number.value().intValue()
                : 1;
    }

    private static byte[] bytes(Value value) throws NotDecryptedException {
        try {
            return Base64.getDecoder().decode(value.text().orElse(""));
        } catch (IllegalArgumentException odd) {
            throw new NotDecryptedException("what lies beside it makes no sense");
        }
    }
}
