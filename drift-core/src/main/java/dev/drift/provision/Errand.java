package dev.drift.provision;

import dev.drift.observation.CodeSide;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way of one stack from its plan to its end, on a thread of its own. Until the apply begins it can be stopped at any moment;
 * from then on it comes to its end by itself. All but {@link #run} and what it calls belongs to the thread of the run.
 */
final class Errand implements Runnable {

    private final Site site;
    private final DestroyBudget budget;
    private final Stack stack;
    private final Consumer<Errand> ended;
    private final Thread thread;
    private boolean stopped;
    private boolean applying;
    private volatile Optional<PlannedChanges> changes = Optional.empty();
    private volatile Optional<StackProvision> provision = Optional.empty();

    Errand(Site site, DestroyBudget budget, Stack stack, Consumer<Errand> ended) {
        this.site = site;
        this.budget = budget;
        this.stack = stack;
        this.ended = ended;
        this.thread = new Thread(this, "drift-provision " + stack.path());
    }

    void start() {
        thread.start();
    }

    /** Stops what is not being applied yet. */
    synchronized void stop() {
        stopped = true;
        if (!applying) {
            thread.interrupt();
        }
    }

    /** What came of it; asked once it ended. */
    StackProvision provision() {
        return provision.orElseThrow(() -> new IllegalStateException("Nothing came of " + stack + " yet"));
    }

    @Override
    public void run() {
        Instant startedAt = site.clock().instant();
        ProvisionOutcome outcome;
        try {
            site.sinks().tell(new ProvisionEvent.Started(stack));
            outcome = leased();
        } catch (Throwable broken) {
            outcome = new ProvisionOutcome.Failed(
                    applying
                            ? "the apply broke: " + told(broken)
                                    + "; it may have been applied all the same, so look at the state"
                            : "the plan broke: " + told(broken),
                    changes,
                    List.of(),
                    Optional.empty());
        }
        Duration took = Duration.between(startedAt, site.clock().instant());
        provision = Optional.of(new StackProvision(
                stack, Optional.empty(), outcome, took.isNegative() ? Duration.ZERO : took, Optional.empty()));
        ended.accept(this);
    }

    private ProvisionOutcome leased() {
        try (EnvironmentLease lease = site.environments().lease(stack)) {
            return planned(lease);
        } catch (ProbeException refused) {
            return refused.phase() == ProbePhase.CANCELLED
                    ? new ProvisionOutcome.NotDone("the run was stopped while it was planned")
                    : ProvisionOutcome.Failed.planning(refused.phase().word() + ": " + refused.reason());
        }
    }

    private ProvisionOutcome planned(EnvironmentLease lease) throws ProbeException {
        Duration limit = site.settings().timeout();
        ProbeRequest request = new ProbeRequest(
                stack, lease, limit, line -> site.sinks().tell(new ProvisionEvent.Output(stack, line)));
        try (HeldPlan plan = site.applier().plan(request)) {
            List<Gap> gaps = plan.seen().coverage().gaps();
            if (!gaps.isEmpty()) {
                return ProvisionOutcome.Failed.planning(
                        gaps.get(0).phase().word() + ": " + gaps.get(0).reason());
            }
            if (plan.isEmpty()) {
                return new ProvisionOutcome.Unchanged();
            }
            return plan.seen().codeSide() instanceof CodeSide.Seen
                    ? shown(plan, PlannedChanges.of(plan.seen(), site.judge()))
                    : ProvisionOutcome.Failed.planning("the plan does not say what it does, so it is not applied");
        }
    }

    private ProvisionOutcome shown(HeldPlan plan, PlannedChanges does) {
        changes = Optional.of(does);
        Optional<String> hidden = site.sinks().show(new ProvisionEvent.Planned(stack, does));
        if (isStopped()) {
            return new ProvisionOutcome.NotDone("the run was stopped before its plan was applied");
        }
        if (hidden.isPresent()) {
            String reason = "its plan could not be shown, so it was not applied: " + hidden.get();
            return new ProvisionOutcome.Failed(reason, changes, List.of(), Optional.empty());
        }
        Optional<String> refusal = budget.refusal(does);
        if (refusal.isPresent()) {
            return new ProvisionOutcome.Refused(does, refusal.get());
        }
        site.sinks().awaitKept(stack);
        if (!beginApply()) {
            return new ProvisionOutcome.NotDone("the run was stopped before its plan was applied");
        }
        ApplyResult result = plan.apply();
        return result instanceof ApplyResult.Incomplete broken
                ? new ProvisionOutcome.Failed(broken.reason(), changes, broken.done(), broken.keptState())
                : new ProvisionOutcome.Applied(does, result.done());
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized boolean beginApply() {
        applying = !stopped;
        return applying;
    }

    /** Type and place only: a message that nobody wrote for a report may quote a plan. */
    private static String told(Throwable broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return broken.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
