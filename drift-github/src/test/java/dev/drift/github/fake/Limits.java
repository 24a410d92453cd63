package dev.drift.github.fake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How much GitHub lets one caller do: so many requests an hour, and eighty new things a minute. */
final class Limits {

    private static final int NEW_IN_A_MINUTE = 80;

    private final Deque<Instant> made = new ArrayDeque<>();
    private final Instant reset = Instant.now().plusSeconds(3600);
    private int remaining = 5000;

    void leave(int requests) {
        remaining = requests;
    }

    /** The refusal of a request that is one too many. */
    Optional<Reply> refusal(Asked asked) {
        if (remaining == 0) {
            return Optional.of(Reply.refused(403, "API rate limit exceeded for installation ID 1."));
        }
        remaining--;
        Instant now = Instant.now();
        while (!made.isEmpty() && made.peek().isBefore(now.minusSeconds(60))) {
            made.remove();
        }
        boolean makes = asked.method().equals("POST") && !asked.isGraphQl();
        if (makes && made.size() >= NEW_IN_A_MINUTE) {
            return Optional.of(Reply.refused(403, "You have exceeded a secondary rate limit.")
                    .with("Retry-After", "60"));
        }
        if (makes) {
            made.add(now);
        }
        return Optional.empty();
    }

    /** What is unchanged since is free. */
    void giveBack() {
        remaining++;
    }

    /** The reply with the headers that tell of it. */
    Reply told(Reply reply) {
        return reply.with("x-ratelimit-limit", "5000")
                .with("x-ratelimit-remaining", String.valueOf(remaining))
                .with("x-ratelimit-used", String.valueOf(5000 - remaining))
                .with("x-ratelimit-reset", String.valueOf(reset.getEpochSecond()))
                .with("x-ratelimit-resource", "core");
    }
}
