package dev.drift.github.wire;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Attempts again what may be attempted again, after pauses that double and are spread, or that GitHub asks for. */
final class Repeating {

    private static final double GROWTH = 2;
    private static final double SPREAD = 0.4;

    private final Retry retry;
    private final IntervalFunction ownPause;

    Repeating(WireSettings settings) {
        this.ownPause = IntervalFunction.ofExponentialRandomBackoff(settings.firstPause(), GROWTH, SPREAD);
        this.retry = Retry.of(
                "github",
                RetryConfig.<Object>custom()
                        .maxAttempts(WireSettings.ATTEMPTS)
                        .intervalBiFunction(this::pause)
                        .retryOnException(failed -> failed instanceof FailedAttempt attempt && attempt.isRepeatable())
                        .build());
    }

    /** What the last attempt gave. */
    <T> T until(Callable<T> attempts) throws FailedAttempt, GitHubException {
        try {
            return Retry.decorateCallable(retry, attempts).call();
        } catch (FailedAttempt last) {
            throw last;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new GitHubException(GitHubFault.UNREACHABLE, "There was no time to ask GitHub again", false);
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private long pause(int attempt, Either<Throwable, Object> result) {
        Duration asked = result.isLeft() && result.getLeft() instanceof FailedAttempt failed
                ? failed.pause().orElse(Duration.ZERO)
                : Duration.ZERO;
        return asked.isZero() ? ownPause.apply(attempt) : asked.toMillis();
    }
}
