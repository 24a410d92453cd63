package dev.drift.observation;

/**
 * Looks at one stack. A probe never writes to the estate, the checkout or the state, and never prints. It is called from
 * several threads, each with a stack of its own.
 */
public interface DriftProbe {

    /** The name of the engine behind this probe, for reports: {@code plan} or {@code live}. Never blank. */
    String engine();

    /**
     * What is seen of the stack now. Returns promptly, with no process left behind, when the thread is interrupted.
     *
     * @throws ProbeException if the stack could not be looked at, with the phase reached; nothing else is thrown by design
     */
    Observation probe(ProbeRequest request) throws ProbeException;
}
