package dev.drift.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.value.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Same drift, same mark: 16 hexadecimal digits over what drifted and to which value, independent of order and time. Values
 * that must not be shown count as one and the same.
 */
public record Fingerprint(String value) {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{16}");

    public Fingerprint {
        requireNonNull(value, "value is null");
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("Fingerprint must be 16 hexadecimal digits: " + value);
        }
    }

    /** The mark of the drift; empty if there is none. */
    public static Optional<Fingerprint> of(List<ResourceFinding> drift) {
        if (drift.isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        drift.stream().flatMap(Fingerprint::lines).sorted().forEach(line -> {
            digest.update(line.getBytes(UTF_8));
            digest.update((byte) 0);
        });
        return Optional.of(new Fingerprint(HexFormat.of().formatHex(digest.digest(), 0, 8)));
    }

    private static Stream<String> lines(ResourceFinding resource) {
        String object = resource.address() + "\n" + resource.action().word();
        return Stream.concat(
                Stream.of(object),
                resource.fields().stream()
                        .map(field -> object + "\n" + field.path() + "\n" + Json.writeSorted(field.after())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
