package dev.drift.code;

/** The code of a stack cannot be read; the message says where and why, in one line. */
public final class CodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong, as {@code file:line:column: message}. */
    public CodeException(String message) {
        super(message);
    }

    /** With what is wrong and what lay beneath it. */
    public CodeException(String message, Throwable cause) {
        super(message, cause);
    }
}
