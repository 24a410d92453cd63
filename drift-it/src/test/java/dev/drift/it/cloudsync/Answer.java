package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

/** What comes back. */
public record Answer(int status, String type, String body) {

    public Answer {
        requireNonNull(type, "type is null");
        requireNonNull(body, "body is null");
    }

    public static Answer json(int status, String body) {
        return new Answer(status, "application/json", body);
    }
}
