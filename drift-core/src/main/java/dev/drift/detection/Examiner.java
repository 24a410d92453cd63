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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Looks at a stack once, or once more with what lies below its lease if the lease is withdrawn or the stack is in the sample,
 * and judges what was seen. Whatever is thrown on the way becomes an unknown outcome.
 */
record Examiner(DriftProbe probe, EnvironmentSource environments, Judge judge, Clock clock) {

    Examiner {
        requireNonNull(probe, "probe is null");
        requireNonNull(environments, "environments is null");
        requireNonNull(judge, "judge is null");
        requireNonNull(clock, "clock is null");
    }

    Examined examine(Look look) {
        Examined examined = looked(look);
        return judge.expired(look.stack(), examined.outcome(), today())
                .map(examined::noting)
                .orElse(examined);
    }

    private Examined looked(Look look) {
        EnvironmentLease lease;
        try {
            lease = guard("environment source", () -> environments.lease(look.stack()));
        } catch (ProbeException refused) {
            return new Examined(unknown(refused), probe.engine(), Optional.empty());
        }
        try {
            look.hold(lease);
            Sight sight = sight(look, lease);
            if (lease.withdrawal().isPresent()) {
                String reason = "looked at once more without what was leased: "
                        + lease.withdrawal().get();
                return sight(look, lease.below()).examined(Optional.of(reason));
            }
            if (!look.isAskedTwice()) {
                return sight.examined();
            }
            return isSpecial(lease) ? verified(look, sight) : sight.examined(Optional.of(plain(lease)));
        } finally {
            close(lease);
        }
    }

    private static String plain(EnvironmentLease lease) {
        return "not verified: it was looked at plainly in the first place"
                + lease.note().map(note -> ", " + note).orElse("");
    }

    private Examined verified(Look look, Sight sight) {
        return sight.verified(sight(look, sight.lease().below()));
    }

    /** Whether what lies below would look in another manner. */
    private static boolean isSpecial(EnvironmentLease lease) {
        return !lease.manner().equals(lease.below().manner());
    }

    private Sight sight(Look look, EnvironmentLease lease) {
        String engine =
                probe.engine() + lease.manner().map(manner -> "/" + manner).orElse("");
        try {
            Observation observation = guard("probe", () -> probe.probe(look.request(lease)));
            observation.coverage().gaps().forEach(gap -> lease.failed(gap.reason()));
            StackOutcome outcome =
                    guard("judge", () -> judge.judge(look.stack(), observation.hearing(lease::testimony), today()));
            return new Sight(lease, engine, Optional.of(observation), outcome);
        } catch (ProbeException stopped) {
            lease.failed(stopped.reason());
            return new Sight(lease, engine, Optional.empty(), unknown(stopped));
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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
