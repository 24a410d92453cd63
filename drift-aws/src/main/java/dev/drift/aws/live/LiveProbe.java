package dev.drift.aws.live;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.shared.Loan;
import dev.drift.aws.shared.Loans;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.aws.state.StateFacts;
import dev.drift.aws.state.StateWatch;
import dev.drift.code.CodeReader;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at a stack by reading its objects where that is enough, and has it planned where it is not (design 6). It is enough where
 * a full plan in which nothing moved is remembered, not too old, of the same code, state, variables, account and tool, and where
 * every object of the state reads back as it is recorded. The code side of what is seen then says since when.
 * A plan in which nothing moved is remembered for the next time; one that shows anything is forgotten. Where no plan stands, the
 * objects are read all the same if the settings say so and the code tells how, and the code side is left open. Stacks that the settings
 * spare nothing are planned. Safe for use by several threads.
 */
public final class LiveProbe implements DriftProbe {

    private final DriftProbe planning;
    private final Loans loans;
    private final StateWatch watch;
    private final Recollection recollection;
    private final LiveLook live;

    private LiveProbe(DriftProbe planning, Loans loans, StateWatch watch, Recollection recollection) {
        this.planning = requireNonNull(planning, "planning is null");
        this.loans = requireNonNull(loans, "loans is null");
        this.watch = requireNonNull(watch, "watch is null");
        this.recollection = recollection;
        this.live = new LiveLook(watch);
    }

    /**
     * A probe that looks live where it can.
     *
     * @param planning plans what cannot be looked at live; it watches the state itself
     * @param loans tells what stands behind the leases of the stacks
     * @param watch reads the states, for the leases too
     * @param code the same that the leases are made by
     * @param settings where plans are remembered, and for how long, for each stack
     */
    public static LiveProbe over(
            DriftProbe planning, Loans loans, StateWatch watch, CodeReader code, SharedSettings settings) {
        return over(planning, loans, watch, code, settings, Clock.systemUTC());
    }

    static LiveProbe over(
            DriftProbe planning, Loans loans, StateWatch watch, CodeReader code, SharedSettings settings, Clock clock) {
        return new LiveProbe(planning, loans, watch, recollection(code, settings, clock));
    }

    /** A probe that only plans, and makes a remembered plan forgotten where it sees anything, or fails. */
    public static DriftProbe forgetting(DriftProbe planning, CodeReader code, SharedSettings settings) {
        return Files.isDirectory(folder(settings))
                ? new Forgetting(planning, recollection(code, settings, Clock.systemUTC()))
                : planning;
    }

    private static Recollection recollection(CodeReader code, SharedSettings settings, Clock clock) {
        return new Recollection(
                new FullPlans(folder(settings), Seal.of(settings.environment())), code, settings.memories(), clock);
    }

    private static Path folder(SharedSettings settings) {
        return settings.cache().resolve("plans");
    }

    @Override
    public String engine() {
        return planning.engine();
    }

    @Override
    public Observation probe(ProbeRequest request) throws ProbeException {
        long end = System.nanoTime() + request.timeout().toNanos();
        Optional<Loan> loan = loans.behind(request.lease());
        if (loan.isEmpty() || !recollection.spares(request.stack())) {
            return new Forgetting(planning, recollection).probe(request);
        }
        Case asked = recollection.about(request, loan.get(), watch.lastSeen(request.stack()));
        try {
            return seen(request, asked, end);
        } catch (NotLiveException planned) {
            request.output().accept("planned: " + planned.reason());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.CANCELLED, "cancelled while its objects were read");
        }
        return planned(request, asked, end);
    }

    private Observation seen(ProbeRequest request, Case asked, long end) throws NotLiveException, InterruptedException {
        FullPlan plan;
        try {
            plan = recollection.of(asked);
        } catch (NotLiveException noPlan) {
            recollection.requireToBeRead(asked, noPlan);
            request.output().accept("only read: " + noPlan.reason());
            return live.seenAlone(asked, half(end));
        }
        live.requireUnmoved(asked, plan, half(end));
        return LiveLook.seen(plan);
    }

    private Observation planned(ProbeRequest request, Case asked, long end) throws ProbeException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new ProbeException(ProbePhase.TIMEOUT, "the time was used up before the stack could be planned");
        }
        // Whatever becomes of this plan, the one before it is the last word no longer.
        recollection.forget(asked.name());
        Observation seen = planning.probe(request.within(left));
        if (seen.isStill() && request.lease().withdrawal().isEmpty()) {
            recollection.remember(asked, seen.coverage().resources(), facts -> isStill(asked, facts, end));
        }
        return seen;
    }

    /** A state that cannot be read again is taken for another one. */
    private boolean isStill(Case asked, StateFacts facts, long end) {
        try {
            return watch.isStill(asked.state(), facts, half(end));
        } catch (dev.drift.aws.state.StateException unreadable) {
            return false;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration half(long end) {
        return Duration.ofNanos(Math.max(1, (end - System.nanoTime()) / 2));
    }

    /** Plans without looking live, for itself or to check what was seen so. */
    private record Forgetting(DriftProbe planning, Recollection recollection) implements DriftProbe {

        @Override
        public String engine() {
            return planning.engine();
        }

        @Override
        public Observation probe(ProbeRequest request) throws ProbeException {
            boolean still = false;
            try {
                Observation seen = planning.probe(request);
                still = seen.isStill();
                return seen;
            } finally {
                if (!still) {
                    recollection.forget(request.stack());
                }
            }
        }
    }
}
