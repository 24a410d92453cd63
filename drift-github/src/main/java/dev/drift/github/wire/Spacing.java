package dev.drift.github.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps writes apart, as GitHub asks for: whoever comes too early waits. */
final class Spacing {

    private final long apart;
    private long next = System.nanoTime();

    Spacing(Duration apart) {
        this.apart = apart.toNanos();
    }

    void awaitTurn() throws GitHubException {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            wait = Math.max(0, next - now);
            next = now + wait + apart;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new GitHubException(GitHubFault.UNREACHABLE, "There was no time to tell GitHub", false);
        }
    }
}
