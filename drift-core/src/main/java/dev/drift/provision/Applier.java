package dev.drift.provision;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;

/**
 * Plans one stack so that exactly this plan can be applied. Planning takes the lock of the state as the tool does, and never
 * goes through a provider that is lent. Called from several threads, each with a stack of its own.
 */
@FunctionalInterface
public interface Applier {

    /**
     * Plans the stack and holds the plan where nobody else can read it. Planning has the time of the request and returns
     * promptly, with nothing left behind, when the thread is interrupted. Applying the plan has the limit of the request, and
     * interrupting the thread changes nothing about it: an apply that takes longer is asked to stop as its tool provides for it.
     *
     * @throws ProbeException if the stack could not be planned as a whole, with the phase reached
     */
    HeldPlan plan(ProbeRequest request) throws ProbeException;
}
