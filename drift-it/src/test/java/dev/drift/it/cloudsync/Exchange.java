package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

/** A request and its answer. */
public record Exchange(Request request, Answer answer) {
    public Exchange {
        requireNonNull(request, "request is null");
        requireNonNull(answer, "answer is null");
    }
}
