package dev.drift.aws.call;

import static java.util.Objects.requireNonNull;

/** A call failed for good. The message is one line, free of secrets. */
public final class CallException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a failure means for whoever called. */
    public enum Kind {
        /** We are not who we should be, or may not do this. */
        DENIED,
        /** Too many calls, also after waiting. */
        THROTTLED,
        /** What was asked for does not exist. */
        MISSING,
        /** No answer, or none in time; also where the caller was interrupted. */
        UNREACHABLE,
        /** The other side failed, or said something that cannot be understood or met. */
        BROKEN
    }

    private final Kind kind;

    /** With what it means and what happened, in one line without secrets. */
    public CallException(Kind kind, String reason) {
        super(reason);
        this.kind = requireNonNull(kind, "kind is null");
    }

    /** What it means. */
    public Kind kind() {
        return kind;
    }

    /** What happened. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
