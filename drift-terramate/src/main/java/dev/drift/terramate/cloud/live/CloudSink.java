package dev.drift.terramate.cloud.live;

import static java.util.Objects.requireNonNull;

import dev.drift.detection.StackCheck;
import dev.drift.detection.StackEvent;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.session.CloudSessions;
import dev.drift.terramate.probe.MadePlan;
import dev.drift.terramate.probe.PlanWitness;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells Terramate Cloud of a run of detection: a drift run for each stack, its log while it goes on, and in the end the judge's
 * outcome (in sync is ok, unknown is failed, and what is only pending is ok) with the plan that the probe made, if it shows
 * something. The probe must show its plans here. A Cloud that is slow, down or broken changes nothing about the run.
 */
public final class CloudSink implements LiveSink, PlanWitness {

    private final CloudAccess access;
    private final CloudDelivery delivery;
    private final Map<StackPath, ToldStack<DriftStatus>> stacks = new ConcurrentHashMap<>();
    private final List<Delivery> unknown = new ArrayList<>();
    private Optional<Boolean> on = Optional.empty();
    private Optional<CloudSessions> sessions = Optional.empty();

    private CloudSink(CloudAccess access, CloudDelivery delivery) {
        this.access = access;
        this.delivery = delivery;
    }

    /** Tells of the stacks of a project, whose root is asked for when it is needed. Nothing is read or sent yet. */
    public static CloudSink of(Supplier<Path> root, CloudDelivery delivery) {
        requireNonNull(root, "root is null");
        requireNonNull(delivery, "delivery is null");
        return new CloudSink(new CloudAccess(root, delivery), delivery);
    }

    @Override
    public void on(StackEvent event) {
        if (!listens()) {
            return;
        }
        if (event instanceof StackEvent.Started started) {
            begin(started.stack());
        } else if (event instanceof StackEvent.Output output) {
            told(output.stack()).ifPresent(stack -> stack.print(output.line()));
        } else if (event instanceof StackEvent.Judged judged) {
            end(judged.check());
        }
    }

    /** Renders and cleans the plan, in the time of the look; not at all for a stack that Terramate Cloud is not told of. */
    @Override
    public void see(MadePlan plan) {
        told(plan.stack()).ifPresent(stack -> stack.see(plan));
    }

    @Override
    public synchronized boolean listens() {
        if (on.isEmpty()) {
            on = Optional.of(access.isOn());
        }
        return on.get();
    }

    @Override
    public String destination() {
        return "Terramate Cloud";
    }

    @Override
    public List<Delivery> finish() {
        List<Delivery> deliveries;
        Optional<CloudSessions> open;
        synchronized (this) {
            deliveries = new ArrayList<>(unknown);
            unknown.clear();
            open = sessions;
            sessions = Optional.empty();
        }
        open.ifPresent(each -> {
            each.close();
            deliveries.addAll(each.deliveries());
        });
        stacks.clear();
        return deliveries;
    }

    private void begin(Stack stack) {
        if (stack.id().isEmpty()) {
            skip(stack);
            return;
        }
        Instant startedAt = Instant.now();
        stacks.put(stack.path(), new ToldStack<>(sessions().drift(stack, () -> access.start(stack, startedAt))));
    }

    private void end(StackCheck check) {
        Optional.ofNullable(stacks.remove(check.stack().path()))
                .ifPresent(stack -> stack.end(DriftStatus.of(check.outcome()), words(check.outcome())));
    }

    private synchronized void skip(Stack stack) {
        unknown.add(new Delivery.Undelivered(
                "Terramate Cloud, drift of " + stack, "the stack has no id, by which alone it would be known there"));
    }

    private static String words(StackOutcome outcome) {
        int pending = outcome.findings().pending().resources().size();
        String also = pending == 0 ? "" : ", pending: " + pending;
        return outcome.fold(
                inSync -> "in sync" + also,
                drifted -> "drifted: " + drifted.findings().drift().size() + also,
                unknown -> "unknown (" + unknown.phase().word() + "): " + unknown.reason());
    }

    private Optional<ToldStack<DriftStatus>> told(Stack stack) {
        return Optional.ofNullable(stacks.get(stack.path()));
    }

    private synchronized CloudSessions sessions() {
        if (sessions.isEmpty()) {
            sessions = Optional.of(CloudSessions.open(access::connect, delivery.journals(), delivery.sessions()));
        }
        return sessions.get();
    }
}
