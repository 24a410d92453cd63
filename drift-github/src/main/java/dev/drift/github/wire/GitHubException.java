package dev.drift.github.wire;

import static java.util.Objects.requireNonNull;

/** GitHub did not do what it was asked. The message says so in one line for people, free of tokens. */
public final class GitHubException extends Exception {
    private static final long serialVersionUID = 1L;

    private final GitHubFault fault;
    private final boolean perhapsDone;

    /** What it means, what happened, and whether it may have been done all the same. */
    public GitHubException(GitHubFault fault, String message, boolean perhapsDone) {
        super(requireNonNull(message, "message is null"));
        this.fault = requireNonNull(fault, "fault is null");
        this.perhapsDone = perhapsDone;
    }

    /** What it means. */
    public GitHubFault fault() {
        return fault;
    }

    /** Whether something new may have been made although nobody said so: look before asking again. */
    public boolean isPerhapsDone() {
        return perhapsDone;
    }

    /** What happened, in one line. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
