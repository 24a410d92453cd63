package dev.drift.testing;

import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A probe that sees what its test tells it to see; unless told otherwise, everything is unchanged. */
public final class ScriptedProbe implements DriftProbe {

    /** What happens when a stack is looked at. */
    @FunctionalInterface
    public interface Script {
        Observation look(ProbeRequest request) throws ProbeException;
    }

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Queue<ProbeRequest> requests = new ConcurrentLinkedQueue<>();

    /** Lets the stack at the path be seen by the script. */
    public ScriptedProbe at(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    /** Lets the service of the stack at the path be seen scaled. */
    public ScriptedProbe scaledAt(String path) {
        return at(path, request -> Observations.scaled());
    }

    /** Lets the look at the stack at the path fail. */
    public ScriptedProbe failingAt(String path, ProbePhase phase, String reason) {
        return at(path, request -> {
            throw new ProbeException(phase, reason);
        });
    }

    /** Lets the look at the stack at the path last until its time is over or it is interrupted. */
    public ScriptedProbe hangingAt(String path) {
        return at(path, request -> {
            request.output().accept("waiting");
            try {
                new CountDownLatch(1).await(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
                throw new ProbeException(ProbePhase.TIMEOUT, "nothing came within " + request.timeout());
            } catch (InterruptedException interrupted) {
                throw new ProbeException(ProbePhase.CANCELLED, "the look was interrupted");
            }
        });
    }

    /** Every request so far, in the order in which they came. */
    public List<ProbeRequest> requests() {
        return List.copyOf(requests);
    }

    /** The paths of the stacks looked at so far, in the order in which they were. */
    public List<String> lookedAt() {
        return requests.stream().map(request -> request.stack().path().value()).toList();
    }

    @Override
    public String engine() {
        return "scripted";
    }

    @Override
    public Observation probe(ProbeRequest request) throws ProbeException {
        requests.add(request);
        return scripts.getOrDefault(request.stack().path().value(), unchanged -> Observations.unchanged())
                .look(request);
    }
}
