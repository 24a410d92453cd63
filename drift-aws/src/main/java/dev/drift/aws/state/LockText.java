package dev.drift.aws.state;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads what a tool writes beside a state that it locks. A lock whose text makes no sense is a lock all the same. */
final class LockText {

    /** How much of a lock is read. */
    static final int LONGEST = 64 * 1024;

    private static final int LONGEST_FIELD = 120;

    private LockText() {}

    static StateLock read(String text) {
        Value info;
        try {
            info = Json.read(text);
        } catch (JsonException broken) {
            info = Value.ofNull();
        }
        return new StateLock(field(info, "ID"), field(info, "Operation"), field(info, "Who"), since(info));
    }

    private static String field(Value info, String name) {
        String line = info.field(name)
                .text()
                .orElse("")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\s]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) > LONGEST_FIELD
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_FIELD)) + "…"
                : line;
    }

    private static Optional<Instant> since(Value info) {
        try {
            return info.field("Created").text().map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }
}
