package dev.drift.observation;

import static java.util.Objects.requireNonNull;

/** A probe could not look at a stack. The message is the first useful line of why, free of secrets. */
public final class ProbeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ProbePhase phase;

    /** With the phase reached and the reason. */
    public ProbeException(ProbePhase phase, String reason) {
        super(reason);
        this.phase = requireNonNull(phase, "phase is null");
    }

    /** With the phase reached, the reason and what lay beneath it. */
    public ProbeException(ProbePhase phase, String reason, Throwable cause) {
        super(reason, cause);
        this.phase = requireNonNull(phase, "phase is null");
    }

    /** How far the look had come. */
    public ProbePhase phase() {
        return phase;
    }

    /** Why it stopped. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
