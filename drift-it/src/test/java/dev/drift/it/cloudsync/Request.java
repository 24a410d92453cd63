package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What somebody asks Terramate Cloud.
 *
 * @param method such as {@code PATCH}
 * @param target path and query
 * @param headers by their names in lower case
 * @param body as it was sent
 */
public record Request(String method, String target, Map<String, String> headers, String body) {

    public Request {
        requireNonNull(method, "method is null");
        requireNonNull(target, "target is null");
        headers = Map.copyOf(headers);
        requireNonNull(body, "body is null");
    }

    /** A read, introduced as the fake wants it. */
    static Request get(String target) {
        return new Request("GET", target, Map.of("user-agent", FakeCloud.VISITOR), "");
    }

    /** The target without its query. */
    public String path() {
        return target.replaceFirst("\\?.*", "");
    }

    /** Whether it tells of a look at a stack, or of its end. */
    public boolean isTelling() {
        return path().startsWith("/v2/drifts/");
    }
}
