package dev.drift.aws.call;

import static java.util.Objects.requireNonNull;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Calls AWS up to three times. Only what may pass is tried again: throttling, failures of the service, connections that
 * break. The waits double and are spread, so that many callers do not come back at once. The clients that are called must
 * not retry by themselves.
 */
public final class Retrying {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final double GROWTH = 2;
    private static final double SPREAD = 0.5;

    private static final Retry RETRY = Retry.of(
            "aws",
            RetryConfig.custom()
                    .maxAttempts(ATTEMPTS)
                    .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, GROWTH, SPREAD))
                    .retryOnException(failed -> Failure.of(failed).mayPass())
                    .build());

    private Retrying() {}

    /**
     * The answer to the call. A thread that is interrupted does not try again and stays interrupted.
     *
     * @param what what is being done, for the reader of a failure: {@code "reading the state"}
     * @param call makes the call anew each time
     * @throws CallException if no attempt succeeded, with the reason of the last one
     */
    public static <T> T calling(String what, Callable<T> call) throws CallException {
        requireNonNull(what, "what is null");
        try {
            return Retry.decorateCallable(RETRY, call).call();
        } catch (CallException told) {
            throw told;
        } catch (Exception failed) {
            throw Failure.of(failed).toException(what);
        }
    }
}
