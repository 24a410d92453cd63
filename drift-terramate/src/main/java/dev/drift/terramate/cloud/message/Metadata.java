package dev.drift.terramate.cloud.message;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who caused a run, where and by which commit: a flat object whose field names Terramate Cloud knows.
 *
 * @param fields by their names on the wire
 */
public record Metadata(Map<String, Value> fields) {

    /** Nothing is known. */
    public static final Metadata NONE = new Metadata(Map.of());

    public Metadata {
        fields = ((Value.Fields) Value.of(fields)).values();
    }

    /** What is written. */
    public static Metadata of(FieldWriter fields) {
        return new Metadata(((Value.Fields) fields.value()).values());
    }

    /** With what others know; what is known already stays. */
    public Metadata and(Metadata more) {
        Map<String, Value> all = new LinkedHashMap<>(fields);
        more.fields.forEach(all::putIfAbsent);
        return new Metadata(all);
    }

    /** As it is written into requests. */
    public Value json() {
        return Value.of(fields);
    }
}
