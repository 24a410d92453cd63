package dev.drift.github.wire;

import java.time.Duration;
import java.util.Optional;

/**
 * Leaves a GitHub alone for a while that is down or wants to be left alone: what is asked meanwhile fails at once, so that a run
 * waits for it once and not for each of its requests.
 */
final class Rest {

    private static final long LONG = Duration.ofSeconds(60).toNanos();

    private volatile Optional<Reason> reason = Optional.empty();

    private record Reason(GitHubException told, long until) {}

    /** Begins when every attempt has failed in a way that the next request would meet as well. */
    void afterAll(FailedAttempt last) {
        GitHubFault fault = last.told().fault();
        boolean lasting = fault == GitHubFault.LIMITED || (fault == GitHubFault.UNREACHABLE && last.isRepeatable());
        if (lasting) {
            reason = Optional.of(new Reason(last.told(), System.nanoTime() + LONG));
        }
    }

    /** Fails with what began the rest, as long as it lasts. */
    void require() throws GitHubException {
        Optional<Reason> current = reason;
        if (current.isPresent() && current.get().until() - System.nanoTime() > 0) {
            GitHubException told = current.get().told();
            throw new GitHubException(told.fault(), told.reason(), false);
        }
    }
}
