package dev.drift.detection;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a stack once, or once more without a lease if the lease is withdrawn, and judges what was seen. Whatever is thrown
 * on the way becomes an unknown outcome.
 */
record Examiner(DriftProbe probe, EnvironmentSource environments, Judge judge) {

    Examiner {
        requireNonNull(probe, "probe is null");
        requireNonNull(environments, "environments is null");
        requireNonNull(judge, "judge is null");
    }

    Examined examine(Look look) {
        EnvironmentLease lease;
        try {
            lease = guard("environment source", () -> environments.lease(look.stack()));
        } catch (ProbeException refused) {
            return new Examined(unknown(refused), Optional.empty());
        }
        try {
            look.hold(lease);
            StackOutcome outcome = outcome(look, lease);
            return lease.withdrawal().map(reason -> plainly(look, reason)).orElseGet(() -> plain(outcome));
        } finally {
            close(lease);
        }
    }

    private Examined plainly(Look look, String reason) {
        StackOutcome outcome = outcome(look, EnvironmentLease.of(Map.of()));
        return new Examined(outcome, Optional.of("looked at once more without what was leased: " + reason));
    }

    private static Examined plain(StackOutcome outcome) {
        return new Examined(outcome, Optional.empty());
    }

    private StackOutcome outcome(Look look, EnvironmentLease lease) {
        try {
            Observation observation = guard("probe", () -> probe.probe(look.request(lease)));
            return guard("judge", () -> judge.judge(observation));
        } catch (ProbeException stopped) {
            return unknown(stopped);
        }
    }

    /** Closing may break as well; what was seen stands all the same. */
    static void close(EnvironmentLease lease) {
        try {
            lease.close();
        } catch (Throwable broken) {
            // The lease is of no further use, and nothing can be done for it.
        }
    }

    private static StackOutcome unknown(ProbeException stopped) {
        return StackOutcome.Unknown.because(stopped.phase(), stopped.reason());
    }

    private static <T> T guard(String who, Step<T> step) throws ProbeException {
        try {
            return requireNonNull(step.take(), "result is null");
        } catch (ProbeException told) {
            throw told;
        } catch (Throwable broken) {
            throw new ProbeException(ProbePhase.READ, "the " + who + " broke: " + told(broken), broken);
        }
    }

    /** Type and place only: a message that nobody wrote for a report may quote a plan. */
    private static String told(Throwable broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return broken.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Something that should throw nothing else, and may. */
    private interface Step<T> {
        T take() throws ProbeException;
    }
}
