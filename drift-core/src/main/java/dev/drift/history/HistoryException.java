package dev.drift.history;

/** A history could not be kept. The message says why in one line. */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public HistoryException(String reason) {
        super(reason);
    }

    /** With the reason and what lay beneath it. */
    public HistoryException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
