package dev.drift.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a trail, without its line end. Its hash is SHA-256 over the same line without the field {@code hash}, which is the
 * last one, so that a shell can check it.
 *
 * @param sequence its number, from 1
 * @param previous the hash of the line before it
 * @param hash its own
 * @param text the line as it is kept
 */
record AuditLine(long sequence, String previous, String hash, String text) {

    private static final String HASH = ",\"hash\":\"";

    /** The line of a note behind a head. */
    static AuditLine of(AuditNote note, long sequence, String previous) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("sequence", Value.of(sequence));
        fields.put("previous", Value.of(previous));
        fields.put("at", Value.of(note.at().toString()));
        fields.put("run", Value.of(note.run()));
        fields.put("cell", note.cell().map(cell -> Value.of(cell.toString())).orElse(Value.ofNull()));
        fields.put("event", note.event().toValue());
        String body = Json.write(Value.of(fields));
        String hash = sha256(body);
        return new AuditLine(sequence, previous, hash, body.substring(0, body.length() - 1) + HASH + hash + "\"}");
    }

    /** The line that the bytes are; empty if they are none. Whether its hash is right is asked by {@link #isGenuine()}. */
    static Optional<AuditLine> read(byte[] bytes, int from, int to) {
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            Value value = Json.read(text);
            Optional<String> previous = value.field("previous").text();
            Optional<String> hash = value.field("hash").text();
            if (value.field("sequence") instanceof Value.Decimal number
                    && number.value().precision() < 19
                    && previous.isPresent()
                    && hash.isPresent()) {
                return Optional.of(new AuditLine(number.value().longValueExact(), previous.get(), hash.get(), text));
            }
            return Optional.empty();
        } catch (CharacterCodingException | JsonException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    /** Whether the hash is that of the line. */
    boolean isGenuine() {
        String end = HASH + hash + "\"}";
        return text.endsWith(end)
                && sha256(text.substring(0, text.length() - end.length()) + "}").equals(hash);
    }

    boolean tells(AuditEvent.Kind kind) {
        return Json.read(text).field("event").field("kind").text().equals(Optional.of(kind.word()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
