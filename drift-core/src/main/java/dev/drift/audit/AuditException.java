package dev.drift.audit;

/** A trail could not be kept or read. The message says why in one line, free of secrets. */
public final class AuditException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public AuditException(String reason) {
        super(reason);
    }

    /** With the reason and what lay beneath it. */
    public AuditException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
