package dev.drift.aws.cell;

import dev.drift.estate.Cell;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The breaker of one cell. Only what says something of the account moves it. */
final class CellBreaker {

    private static final float EVERY_ONE = 100;

    private final Cell cell;
    private final CircuitBreaker breaker;
    private volatile Failed last = new Failed(Trouble.UNREACHABLE, ProbePhase.INIT, "");

    CellBreaker(Cell cell, Duration pause) {
        this.cell = cell;
        this.breaker = CircuitBreaker.of(
                cell.toString(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(CellBreakers.IN_A_ROW)
                        .minimumNumberOfCalls(CellBreakers.IN_A_ROW)
                        .failureRateThreshold(EVERY_ONE)
                        .waitDurationInOpenState(pause)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .writableStackTraceEnabled(false)
                        .build());
    }

    /** What of a step says that the account is there, or in trouble. */
    enum Says {
        /** It was seen. */
        WELL,
        /** Nothing. */
        NOTHING
    }

    /** One step of looking at a stack. */
    interface Step<T> {
        T take() throws ProbeException;
    }

    /**
     * Takes a step, unless the cell is given up.
     *
     * @param success what it says of the account if the step succeeds
     * @param trouble what the result says is wrong with the account all the same
     */
    <T> T taking(Step<T> step, Says success, Function<T, Optional<Failed>> trouble) throws ProbeException {
        if (!breaker.tryAcquirePermission()) {
            throw last.givingUp(cell);
        }
        try {
            T result = step.take();
            settle(trouble.apply(result), success);
            return result;
        } catch (ProbeException failed) {
            settle(wasInterrupted() ? Optional.empty() : Failed.of(failed), Says.NOTHING);
            throw failed;
        } catch (RuntimeException | Error broken) {
            breaker.releasePermission();
            throw broken;
        }
    }

    /** Whoever is told to stop hears no answer, and that says nothing of who did not give it. */
    private static boolean wasInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    private void settle(Optional<Failed> failed, Says otherwise) {
        if (failed.isPresent()) {
            last = failed.get();
            breaker.onError(
                    0,
                    TimeUnit.NANOSECONDS,
                    new IllegalStateException(failed.get().trouble().word()));
        } else if (otherwise == Says.WELL) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.releasePermission();
        }
    }

    /** The last thing that went wrong with the account of a cell. */
    record Failed(Trouble trouble, ProbePhase phase, String reason) {

        static Optional<Failed> of(ProbeException failed) {
            return Trouble.in(failed).map(trouble -> new Failed(trouble, failed.phase(), failed.reason()));
        }

        ProbeException givingUp(Cell cell) {
            return new ProbeException(
                    phase,
                    "not looked at, because the account of the cell " + cell + " " + trouble.word() + " "
                            + CellBreakers.IN_A_ROW + " times in a row: " + reason);
        }
    }
}
