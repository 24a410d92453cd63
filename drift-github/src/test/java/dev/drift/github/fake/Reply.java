package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.Map;

/**
 * What the fake answers.
 *
 * @param status the status
 * @param body the JSON
 * @param headers what stands above it
 */
public record Reply(int status, Value body, Map<String, String> headers) {

    static Reply ok(Value body) {
        return new Reply(200, body, Map.of());
    }

    static Reply created(Value body) {
        return new Reply(201, body, Map.of());
    }

    /** A refusal with a message. */
    public static Reply refused(int status, String message) {
        return new Reply(status, Value.of(Map.of("message", Value.of(message))), Map.of());
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more);
    }
}
