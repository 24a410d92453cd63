package dev.drift.terramate.process;

/** A tool was not done in time and has been ended. */
public final class ToolTimeoutException extends Exception {

    private static final long serialVersionUID = 1L;

    ToolTimeoutException(String program) {
        super(program + " was not done in time");
    }
}
