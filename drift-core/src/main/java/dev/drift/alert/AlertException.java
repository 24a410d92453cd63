package dev.drift.alert;

/** Somebody could not be told. The message says why in one line, free of secrets. */
public sealed class AlertException extends Exception permits ForgottenException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public AlertException(String reason) {
        super(reason);
    }

    /** With the reason and what lay beneath it. */
    public AlertException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The reason. */
    public final String reason() {
        return String.valueOf(getMessage());
    }
}
