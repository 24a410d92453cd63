package dev.drift.aws.state;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.Applier;
import dev.drift.provision.ApplyResult;
import dev.drift.provision.HeldPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans and applies as another applier does, and says who holds the lock of a state where that is in its way. */
final class WatchedApplier implements Applier {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Applier applier;
    private final StateWatch watch;

    WatchedApplier(Applier applier, StateWatch watch) {
        this.applier = applier;
        this.watch = watch;
    }

    @Override
    public HeldPlan plan(ProbeRequest request) throws ProbeException {
        if (!waitsForLocks(watch.variables(request.lease().variables()))) {
            Optional<HeldLock> held = lock(request);
            if (held.isPresent()) {
                throw new ProbeException(ProbePhase.LOCK, held.get().spoken());
            }
        }
        HeldPlan plan = planned(request);
        return plan.isEmpty()
                ? HeldPlan.ofNothing(plan.seen(), plan::close)
                : HeldPlan.of(plan.seen(), () -> withLock(plan.apply(), request), plan::close);
    }

    /** Somebody may take the lock between the glance and the plan; then the tool says so, and not who it is. */
    private HeldPlan planned(ProbeRequest request) throws ProbeException {
        try {
            return applier.plan(request);
        } catch (ProbeException failed) {
            Optional<HeldLock> held = failed.phase() == ProbePhase.LOCK ? lock(request) : Optional.empty();
            throw held.map(lock -> new ProbeException(ProbePhase.LOCK, lock.spoken(), failed))
                    .orElse(failed);
        }
    }

    private ApplyResult withLock(ApplyResult result, ProbeRequest request) {
        if (!(result instanceof ApplyResult.Incomplete broken)) {
            return result;
        }
        // Whoever stopped the run wants to know this all the more.
        boolean stopped = Thread.interrupted();
        try {
            return lock(request)
                    .<ApplyResult>map(held -> new ApplyResult.Incomplete(
                            broken.reason() + "; " + held.spoken(), broken.done(), broken.keptState()))
                    .orElse(result);
        } catch (ProbeException cancelled) {
            return result;
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A lock that cannot be read is for the tool to speak of. */
    private Optional<HeldLock> lock(ProbeRequest request) throws ProbeException {
        try {
            Duration limit = request.limit().compareTo(LONGEST) < 0 ? request.limit() : LONGEST;
            return watch.within(
                    limit, () -> watch.heldLock(request.stack(), request.lease().variables()));
        } catch (StateException notReadable) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.CANCELLED, "cancelled while the lock of its state was read");
        }
    }

    private static boolean waitsForLocks(Map<String, String> environment) {
        return Stream.of("TF_CLI_ARGS", "TF_CLI_ARGS_plan")
                .anyMatch(name -> environment.getOrDefault(name, "").contains("-lock-timeout"));
    }
}
