package dev.drift.terramate.cloud.live;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.detection.StackCheck;
import dev.drift.detection.StackEvent;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.cloud.preview.Preview;
import dev.drift.terramate.cloud.preview.PreviewStatus;
import dev.drift.terramate.cloud.preview.Technology;
import dev.drift.terramate.cloud.session.Asking;
import dev.drift.terramate.cloud.session.CloudSessions;
import dev.drift.terramate.probe.MadePlan;
import dev.drift.terramate.probe.PlanWitness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells Terramate Cloud of the preview of a pull or merge request; of anything else it is silent, unless it is asked for by name.
 * The preview is made with all stacks that the change concerns when the first of them starts. Each stack then ends as changed,
 * unchanged, failed or canceled, with its log and the plan that the probe made, which must show its plans here. A Cloud that is
 * slow, down or broken changes nothing about the preview.
 */
public final class CloudPreview implements LiveSink, PlanWitness {

    private final CloudAccess access;
    private final CloudDelivery delivery;
    private final Function<Path, IacTool> tools;
    private final Map<StackPath, ToldStack<PreviewStatus>> stacks = new ConcurrentHashMap<>();
    private final Set<StackPath> changing = ConcurrentHashMap.newKeySet();
    private final List<Stack> awaited = new ArrayList<>();
    private final List<Stack> leftOut = new ArrayList<>();
    private final List<Delivery> untold = new ArrayList<>();
    private Optional<Boolean> on = Optional.empty();
    private Optional<Running> running = Optional.empty();

    private CloudPreview(CloudAccess access, CloudDelivery delivery, Function<Path, IacTool> tools) {
        this.access = access;
        this.delivery = delivery;
        this.tools = tools;
    }

    /**
     * Tells of the stacks of a project, whose root is asked for when it is needed. Nothing is read or sent yet.
     *
     * @param tools says which tool the stack in a directory is planned with
     */
    public static CloudPreview of(Supplier<Path> root, CloudDelivery delivery, Function<Path, IacTool> tools) {
        requireNonNull(root, "root is null");
        requireNonNull(delivery, "delivery is null");
        return new CloudPreview(new CloudAccess(root, delivery), delivery, requireNonNull(tools, "tools is null"));
    }

    @Override
    public void on(StackEvent event) {
        if (!listens()) {
            return;
        }
        if (event instanceof StackEvent.Awaited coming) {
            await(coming.stack(), awaited);
        } else if (event instanceof StackEvent.LeftOut other) {
            await(other.stack(), leftOut);
        } else if (event instanceof StackEvent.Started started) {
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

    /** That something only drifted changes nothing yet. */
    @Override
    public void see(MadePlan plan, Observation seen) {
        boolean isChanging = seen.codeSide() instanceof CodeSide.Seen code && code.changesAnything();
        changing.remove(plan.stack().path());
        if (isChanging && told(plan.stack()).isPresent()) {
            changing.add(plan.stack().path());
        }
        PlanWitness.super.see(plan, seen);
    }

    @Override
    public String destination() {
        return "Terramate Cloud";
    }

    @Override
    public List<Delivery> finish() {
        List<Delivery> deliveries;
        Optional<Running> open;
        synchronized (this) {
            deliveries = new ArrayList<>(untold);
            untold.clear();
            awaited.clear();
            leftOut.clear();
            open = running;
            running = Optional.empty();
        }
        open.ifPresent(each -> {
            each.sessions.close();
            deliveries.addAll(each.sessions.deliveries());
        });
        stacks.clear();
        changing.clear();
        return deliveries;
    }

    private void begin(Stack stack) {
        if (stack.id().isEmpty()) {
            skip(stack, "the stack has no id, by which alone it would be known there");
        } else if (!access.isForReview()) {
            skip(stack, "the run belongs to no pull request");
        } else {
            Running run = running(stack);
            stacks.put(stack.path(), new ToldStack<>(run.sessions.preview(run.preview, stack)));
        }
    }

    /** A stack that never started is told as well, so that nobody waits for it. */
    private void end(StackCheck check) {
        Stack stack = check.stack();
        Optional<ToldStack<PreviewStatus>> begun = Optional.ofNullable(stacks.remove(stack.path()));
        PreviewStatus status = status(check);
        begun.ifPresent(told -> told.end(status, status.word() + words(check.outcome())));
        if (begun.isEmpty() && status == PreviewStatus.CANCELED && isWaitedFor(stack)) {
            Running run = running(stack);
            run.sessions.cancel(run.preview, stack);
        }
    }

    private PreviewStatus status(StackCheck check) {
        if (check.outcome() instanceof StackOutcome.Unknown unknown && !unknown.isNeverApplied()) {
            return unknown.phase() == ProbePhase.CANCELLED ? PreviewStatus.CANCELED : PreviewStatus.FAILED;
        }
        return changing.contains(check.stack().path()) ? PreviewStatus.CHANGED : PreviewStatus.UNCHANGED;
    }

    private static String words(StackOutcome outcome) {
        return outcome.fold(
                inSync -> "",
                drifted -> ", drifted: " + drifted.findings().drift().size(),
                unknown -> " (" + unknown.phase().word() + "): " + unknown.reason());
    }

    private synchronized void await(Stack stack, List<Stack> list) {
        if (stack.id().isPresent()) {
            list.add(stack);
        }
    }

    private synchronized boolean isWaitedFor(Stack stack) {
        return awaited.contains(stack) && access.isForReview();
    }

    private synchronized void skip(Stack stack, String reason) {
        untold.add(new Delivery.Undelivered("Terramate Cloud, preview of " + stack, reason));
    }

    private Optional<ToldStack<PreviewStatus>> told(Stack stack) {
        return Optional.ofNullable(stacks.get(stack.path()));
    }

    /** Whoever only happens to have settings of the Cloud, and no pull request, did not ask for a preview there. */
    @Override
    public synchronized boolean listens() {
        if (on.isEmpty()) {
            on = Optional.of(access.isOn() && (delivery.when() == CloudSwitch.ON || access.isForReview()));
        }
        return on.get();
    }

    private synchronized Running running(Stack first) {
        if (running.isEmpty()) {
            CloudSessions sessions = CloudSessions.open(access::connect, delivery.journals(), delivery.sessions());
            List<Stack> planned = awaited.contains(first) ? List.copyOf(awaited) : List.of(first);
            List<Stack> affected = List.copyOf(leftOut);
            Technology technology =
                    Technology.of(tools.apply(first.directory()) == IacTool.TOFU ? "opentofu" : "terraform");
            running = Optional.of(
                    new Running(sessions, sessions.preview(() -> access.preview(planned, affected, technology))));
        }
        return running.get();
    }

    /** One preview on its way. */
    private record Running(CloudSessions sessions, Asking<Preview> preview) {}
}
