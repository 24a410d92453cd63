package dev.drift.sink;

/** A report could not be delivered. The message says why in one line, free of secrets. */
public final class SinkException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public SinkException(String reason) {
        super(reason);
    }

    /** With the reason and what lay beneath it. */
    public SinkException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
