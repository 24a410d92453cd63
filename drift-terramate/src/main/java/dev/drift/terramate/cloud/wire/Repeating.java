package dev.drift.terramate.cloud.wire;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;

/** Attempts again what may be attempted again, after pauses that double and are spread, or that the other side asks for. */
final class Repeating {

    private static final double GROWTH = 2;
    private static final double SPREAD = 0.5;

    private final Retry retry;
    private final IntervalFunction ownPause;

    Repeating(WireSettings settings) {
        this.ownPause = IntervalFunction.ofExponentialRandomBackoff(settings.firstPause(), GROWTH, SPREAD);
        this.retry = Retry.of(
                "terramate-cloud",
                RetryConfig.<Object>custom()
                        .maxAttempts(WireSettings.ATTEMPTS)
                        .intervalBiFunction((attempt, result) -> pause(attempt, result))
                        .retryOnException(failed -> failed instanceof FailedAttempt attempt && attempt.isRepeatable())
                        .build());
    }

    /** Makes an attempt. */
    @FunctionalInterface
    interface Attempting<T> {
        T attempt() throws FailedAttempt;
    }

    <T> T until(Attempting<T> attempts) throws CloudException {
        try {
            return Retry.decorateCallable(retry, attempts::attempt).call();
        } catch (FailedAttempt last) {
            throw last.told();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.UNREACHABLE, "There was no time to ask again", hurried);
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private long pause(int attempt, Either<Throwable, Object> result) {
        return result.isLeft() && result.getLeft() instanceof FailedAttempt failed
                ? failed.askedPause().map(Duration::toMillis).orElseGet(() -> ownPause.apply(attempt))
                : ownPause.apply(attempt);
    }
}
