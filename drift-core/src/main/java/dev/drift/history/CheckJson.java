package dev.drift.history;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.stack.StackPath;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A check as a line of text holds it. */
final class CheckJson {

    private static final int VERSION = 1;

    private CheckJson() {}

    static String write(LastCheck check) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("version", Value.of(VERSION));
        fields.put("stack", Value.of(check.stack().value()));
        fields.put("checked_at", Value.of(check.checkedAt().toString()));
        fields.put("fingerprint", orNull(check.fingerprint().map(Fingerprint::value)));
        fields.put("drifted_since", orNull(check.driftedSince().map(Instant::toString)));
        return Json.write(Value.of(fields));
    }

    /** Refuses everything else with an {@link IllegalArgumentException}. */
    static LastCheck read(String text) {
        try {
            Value check = Json.read(text);
            if (!check.field("version").equals(Value.of(VERSION))) {
                throw new IllegalArgumentException("it is of another version");
            }
            return new LastCheck(
                    StackPath.of(required(check, "stack")),
                    Instant.parse(required(check, "checked_at")),
                    check.field("fingerprint").text().map(Fingerprint::new),
                    check.field("drifted_since").text().map(Instant::parse));
        } catch (JsonException | DateTimeException damaged) {
            throw new IllegalArgumentException("it is damaged", damaged);
        }
    }

    private static String required(Value check, String field) {
        return check.field(field).text().orElseThrow(() -> new IllegalArgumentException("it has no " + field));
    }

    private static Value orNull(Optional<String> text) {
        return text.map(Value::of).orElse(Value.ofNull());
    }
}
