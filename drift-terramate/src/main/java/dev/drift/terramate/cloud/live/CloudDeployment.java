package dev.drift.terramate.cloud.live;

import static java.util.Objects.requireNonNull;

import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.provision.StackProvision;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.cloud.deployment.Deployment;
import dev.drift.terramate.cloud.deployment.DeploymentStatus;
import dev.drift.terramate.cloud.session.Asking;
import dev.drift.terramate.cloud.session.CloudSessions;
import dev.drift.terramate.probe.MadePlan;
import dev.drift.terramate.probe.PlanWitness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells Terramate Cloud of a provisioning: a deployment of all its stacks when it begins, then for each stack that it runs, its
 * log, and how it ended (applied and unchanged are ok, refused and not done are canceled) with the plan, which the applier must
 * show here. A process that is asked to end still tells how its applies end. A Cloud that is slow, down or broken changes nothing
 * about the provisioning.
 */
public final class CloudDeployment implements ProvisionSink, PlanWitness {

    private final CloudAccess access;
    private final CloudDelivery delivery;
    private final Map<StackPath, ToldStack<DeploymentStatus>> stacks = new ConcurrentHashMap<>();
    private final List<Delivery> untold = new ArrayList<>();
    private Optional<Boolean> on = Optional.empty();
    private Optional<Running> running = Optional.empty();

    private CloudDeployment(CloudAccess access, CloudDelivery delivery) {
        this.access = access;
        this.delivery = delivery;
    }

    /** Tells of the stacks of a project, whose root is asked for when it is needed. Nothing is read or sent yet. */
    public static CloudDeployment of(Supplier<Path> root, CloudDelivery delivery) {
        requireNonNull(root, "root is null");
        requireNonNull(delivery, "delivery is null");
        return new CloudDeployment(new CloudAccess(root, delivery), delivery);
    }

    @Override
    public void on(ProvisionEvent event) {
        if (!listens()) {
            return;
        }
        if (event instanceof ProvisionEvent.Begun begun) {
            begin(begun.order().stacks());
        } else if (event instanceof ProvisionEvent.Started started) {
            start(started.stack());
        } else if (event instanceof ProvisionEvent.Output output) {
            told(output.stack()).ifPresent(stack -> stack.print(output.line()));
        } else if (event instanceof ProvisionEvent.Ended ended) {
            end(ended.provision());
        }
    }

    /** Renders and cleans the plan before it is applied; not at all for a stack that Terramate Cloud is not told of. */
    @Override
    public void see(MadePlan plan) {
        told(plan.stack()).ifPresent(stack -> stack.see(plan));
    }

    @Override
    public List<Delivery> finish(ProvisionReport report) {
        List<Delivery> deliveries;
        Optional<Running> open;
        synchronized (this) {
            deliveries = new ArrayList<>(untold);
            untold.clear();
            open = running;
            running = Optional.empty();
        }
        open.ifPresent(each -> {
            each.sessions.close();
            deliveries.addAll(each.sessions.deliveries());
        });
        stacks.clear();
        return deliveries;
    }

    @Override
    public String destination() {
        return "Terramate Cloud";
    }

    private synchronized void begin(List<Stack> all) {
        List<Stack> known = all.stream().filter(stack -> stack.id().isPresent()).toList();
        all.stream()
                .filter(stack -> stack.id().isEmpty())
                .forEach(stack -> untold.add(new Delivery.Undelivered(
                        "Terramate Cloud, deployment of " + stack,
                        "the stack has no id, by which alone it would be known there")));
        if (!known.isEmpty()) {
            CloudSessions sessions = CloudSessions.open(access::connect, delivery.journals(), delivery.sessions())
                    .patient();
            running = Optional.of(new Running(sessions, sessions.deployment(() -> access.deployment(known))));
        }
    }

    private void start(Stack stack) {
        running(stack)
                .ifPresent(run ->
                        stacks.put(stack.path(), new ToldStack<>(run.sessions.deployment(run.deployment, stack))));
    }

    /** A stack that never started is told as well, so that nobody waits for it. */
    private void end(StackProvision provision) {
        Stack stack = provision.stack();
        Optional<ToldStack<DeploymentStatus>> begun = Optional.ofNullable(stacks.remove(stack.path()));
        if (begun.isPresent()) {
            begun.get().releaseWhatIsKnown();
            begun.get().end(status(provision.outcome()), words(provision.outcome()));
        } else {
            running(stack).ifPresent(run -> run.sessions.cancelDeployment(run.deployment, stack));
        }
    }

    private static DeploymentStatus status(ProvisionOutcome outcome) {
        return switch (outcome.status()) {
            case APPLIED, UNCHANGED -> DeploymentStatus.OK;
            case FAILED -> DeploymentStatus.FAILED;
            case REFUSED, NOT_DONE -> DeploymentStatus.CANCELED;
        };
    }

    private static String words(ProvisionOutcome outcome) {
        return outcome.fold(
                applied -> "applied",
                unchanged -> "there was nothing to apply",
                refused -> "refused: " + refused.reason(),
                failed -> "failed: " + failed.reason(),
                notDone -> "not done: " + notDone.reason());
    }

    private Optional<ToldStack<DeploymentStatus>> told(Stack stack) {
        return Optional.ofNullable(stacks.get(stack.path()));
    }

    private synchronized Optional<Running> running(Stack stack) {
        return stack.id().isPresent() ? running : Optional.empty();
    }

    @Override
    public synchronized boolean listens() {
        if (on.isEmpty()) {
            on = Optional.of(access.isOn());
        }
        return on.get();
    }

    /** One deployment on its way. */
    private record Running(CloudSessions sessions, Asking<Deployment> deployment) {}
}
