package dev.drift.testing;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.provision.Applier;
import dev.drift.provision.ApplyResult;
import dev.drift.provision.HeldPlan;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An applier without tools. Unless told otherwise, a stack's first plan creates one object, its apply is remembered, and every
 * plan after it does nothing.
 */
public final class ScriptedApplier implements Applier {

    /** What happens when a stack is planned. */
    @FunctionalInterface
    public interface Script {
        HeldPlan plan(ProbeRequest request) throws ProbeException;
    }

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> planned = Collections.synchronizedList(new ArrayList<>());
    private final List<String> applied = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger held = new AtomicInteger();

    /** Lets the stack at the path be planned by the script. */
    public ScriptedApplier at(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    /** Lets planning the stack at the path fail. */
    public ScriptedApplier failingToPlan(String path, String reason) {
        return at(path, request -> {
            throw new ProbeException(ProbePhase.PLAN, reason);
        });
    }

    /** Lets applying the stack at the path fail after something was done. */
    public ScriptedApplier failingToApply(String path, String reason) {
        return at(
                path,
                request -> hold(
                        creating(),
                        () -> new ApplyResult.Incomplete(
                                reason, List.of("null_resource.first: Creation complete"), Optional.empty())));
    }

    /** Lets the plan of the stack at the path delete as many objects. */
    public ScriptedApplier deleting(String path, int objects) {
        return at(path, request -> hold(planning(ChangeAction.DELETE, objects), () -> complete(request)));
    }

    /** Lets the plan of the stack at the path not say what it does. */
    public ScriptedApplier silentAt(String path) {
        Observation silent =
                new Observation(List.of(), new CodeSide.Unseen(), List.of(), Coverage.complete(1), Optional.empty());
        return at(path, request -> hold(silent, () -> complete(request)));
    }

    /** Lets planning the stack at the path last until its time is over or it is interrupted. */
    public ScriptedApplier hangingAt(String path) {
        return at(path, request -> {
            request.output().accept("waiting");
            try {
                new CountDownLatch(1).await(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
                throw new ProbeException(ProbePhase.TIMEOUT, "nothing came within " + request.timeout());
            } catch (InterruptedException interrupted) {
                throw new ProbeException(ProbePhase.CANCELLED, "the planning was interrupted");
            }
        });
    }

    /** Lets applying the stack at the path last until the gate is opened, after a line is printed. */
    public ScriptedApplier applyingUntil(String path, CountDownLatch gate) {
        return at(
                path,
                request -> hold(creating(), () -> {
                    request.output().accept("applying");
                    awaitUninterrupted(gate);
                    return complete(request);
                }));
    }

    /** The paths of the stacks planned so far, in the order in which they were. */
    public List<String> planned() {
        return List.copyOf(planned);
    }

    /** The paths of the stacks applied so far, in the order in which their applies ended. */
    public List<String> applied() {
        return List.copyOf(applied);
    }

    /** How many plans were made and not deleted. */
    public int held() {
        return held.get();
    }

    @Override
    public HeldPlan plan(ProbeRequest request) throws ProbeException {
        String path = request.stack().path().value();
        planned.add(path);
        return scripts.getOrDefault(path, this::standard).plan(request);
    }

    private HeldPlan standard(ProbeRequest request) {
        if (applied.contains(request.stack().path().value())) {
            held.incrementAndGet();
            return HeldPlan.ofNothing(planning(ChangeAction.CREATE, 0), held::decrementAndGet);
        }
        return hold(creating(), () -> complete(request));
    }

    private HeldPlan hold(Observation seen, java.util.function.Supplier<ApplyResult> applying) {
        held.incrementAndGet();
        return HeldPlan.of(seen, applying, held::decrementAndGet);
    }

    private ApplyResult complete(ProbeRequest request) {
        applied.add(request.stack().path().value());
        return new ApplyResult.Complete(List.of("Apply complete!"));
    }

    private static Observation creating() {
        return planning(ChangeAction.CREATE, 1);
    }

    /** A plan that does the same to as many objects. */
    public static Observation planning(ChangeAction action, int objects) {
        List<ResourceChange> changes = java.util.stream.IntStream.range(0, objects)
                .mapToObj(number -> new ResourceChange(
                        ResourceAddress.of("null_resource.n" + number, "null_resource"),
                        action,
                        action == ChangeAction.CREATE ? Snapshot.ABSENT : object(number),
                        action == ChangeAction.DELETE ? Snapshot.ABSENT : object(number + 1)))
                .toList();
        return new Observation(
                List.of(),
                new CodeSide.Seen(changes, 0, Declarations.NONE, Optional.empty()),
                List.of(),
                Coverage.complete(1),
                Optional.empty());
    }

    private static Snapshot object(int number) {
        return new Snapshot(Value.of(Map.of("size", Value.of(number))), Marks.NONE);
    }

    private static void awaitUninterrupted(CountDownLatch gate) {
        boolean interrupted = false;
        while (true) {
            try {
                if (gate.await(1, TimeUnit.MINUTES)) {
                    break;
                }
                throw new AssertionError("the gate was never opened");
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
