package dev.drift.alert;

/** It cannot be recalled what a route was told, and nobody was told anything now. The message says why in one line, free of secrets. */
public final class ForgottenException extends AlertException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public ForgottenException(String reason) {
        super(reason);
    }

    /** With the reason and what lay beneath it. */
    public ForgottenException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
