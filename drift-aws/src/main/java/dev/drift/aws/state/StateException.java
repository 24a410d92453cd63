package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

/** A state cannot be read by us. The message is one line, free of secrets and of what the state holds. */
public final class StateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a state cannot be read. */
    public enum Kind {
        /** It lives in a backend that we do not read. */
        ELSEWHERE,
        /** The code does not say by itself where it lives. */
        UNDETERMINED,
        /** We may not read it. */
        DENIED,
        /** No answer came, or none in time. */
        UNREACHABLE,
        /** What is there is no state that we understand. */
        UNUSABLE
    }

    private final Kind kind;

    /** With why it cannot be read and the reason in one line. */
    public StateException(Kind kind, String reason) {
        super(reason);
        this.kind = requireNonNull(kind, "kind is null");
    }

    /** Why it cannot be read. */
    public Kind kind() {
        return kind;
    }

    /** The reason, in one line. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
