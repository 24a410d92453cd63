package dev.drift.observation;

import dev.drift.stack.Stack;

/**
 * Leases a stack the variables its probe needs to see its account: credentials, a shared provider. Called from several
 * threads. The caller closes each lease, and closes the source when a run is over.
 */
public interface EnvironmentSource extends AutoCloseable {

    /**
     * The variables for one look at the stack.
     *
     * @throws ProbeException if they cannot be had; the stack is then unknown
     */
    EnvironmentLease lease(Stack stack) throws ProbeException;

    /** Ends whatever the leases stood on. Closing twice does nothing more, and a lease after it starts anew. */
    @Override
    void close();

    /** A source that adds nothing to the environment of the process. */
    static EnvironmentSource ambient() {
        return new AmbientEnvironment();
    }
}
