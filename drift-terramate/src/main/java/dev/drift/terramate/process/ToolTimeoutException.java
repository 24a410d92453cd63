package dev.drift.terramate.process;

/** A tool was not done in time and has been ended. */
public final class ToolTimeoutException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With the name of what was waited for. */
    public ToolTimeoutException(String awaited) {
        super(awaited + " was not done in time");
    }
}
