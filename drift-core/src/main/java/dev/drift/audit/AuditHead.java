package dev.drift.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a trail ends. Kept beside the trail it shows that something was cut off; noted somewhere else it also shows that a
 * trail was written anew.
 *
 * @param sequence the number of the last line; 0 before the first
 * @param hash the hash of the last line
 * @param segment the name of the file that holds it; empty before the first
 * @param bytes how long that file is
 */
public record AuditHead(long sequence, String hash, String segment, long bytes) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** The end of a trail that holds nothing. */
    public static final AuditHead EMPTY = new AuditHead(0, "0".repeat(64), "", 0);

    public AuditHead {
        requireNonNull(hash, "hash is null");
        requireNonNull(segment, "segment is null");
        if (sequence < 0 || bytes < 0 || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("A trail ends at a line with a number and a hash");
        }
        if ((sequence == 0) != segment.isEmpty() || !(segment.isEmpty() || AuditFile.isSegment(segment))) {
            throw new IllegalArgumentException("A trail ends in one of its segments: " + segment);
        }
    }

    /** As it is kept, on one line. */
    public byte[] text() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("sequence", Value.of(sequence));
        fields.put("hash", Value.of(hash));
        fields.put("segment", Value.of(segment));
        fields.put("bytes", Value.of(bytes));
        return (Json.write(Value.of(fields)) + "\n").getBytes(UTF_8);
    }

    /** The head that the bytes are, written exactly as {@link #text()} writes it; empty if they are none. */
    public static Optional<AuditHead> read(byte[] text) {
        try {
            Value value = Json.read(new String(text, UTF_8));
            AuditHead head = new AuditHead(
                    number(value.field("sequence")),
                    value.field("hash").text().orElse(""),
                    value.field("segment").text().orElse(""),
                    number(value.field("bytes")));
            return java.util.Arrays.equals(head.text(), text) ? Optional.of(head) : Optional.empty();
        } catch (JsonException | IllegalArgumentException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static long number(Value value) {
        return value instanceof Value.Decimal number && number.value().precision() < 19
                ? number.value().longValueExact()
                : -1;
    }

    /** As somebody notes it elsewhere: {@code 42:9f86d0…}. */
    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
