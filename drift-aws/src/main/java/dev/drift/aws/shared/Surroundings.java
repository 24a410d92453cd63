package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What all processes have in common.
 *
 * @param quarantine the calls that are not made again
 * @param checked the configurations that a provider found to be right
 * @param retirement when a process is replaced or given up
 * @param timer for what is bounded in time
 */
record Surroundings(
        Quarantine quarantine, CheckedConfigurations checked, Retirement retirement, ScheduledExecutorService timer) {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    Surroundings {
        requireNonNull(quarantine, "quarantine is null");
        requireNonNull(checked, "checked is null");
        requireNonNull(retirement, "retirement is null");
        requireNonNull(timer, "timer is null");
    }

    /** Does something for several callers, which must not end because the first of them goes away. */
    <T> T forAll(OncePerKey.Fetching<T> fetching) throws Unanswered {
        Context.CancellableContext own =
                Context.ROOT.withDeadlineAfter(LONGEST.toMillis(), TimeUnit.MILLISECONDS, timer);
        Context before = own.attach();
        try {
            return fetching.fetch();
        } finally {
            own.detach(before);
            own.cancel(null);
        }
    }
}
