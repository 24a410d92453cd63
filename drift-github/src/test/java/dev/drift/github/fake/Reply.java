package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

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
        Map<String, Value> body = new LinkedHashMap<>();
        body.put("message", Value.of(message));
        body.put("documentation_url", Value.of("https://docs.github.com/rest"));
        return new Reply(status, Value.of(body), Map.of());
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more);
    }

    Reply saying(Value other) {
        return new Reply(status, other, headers);
    }
}
