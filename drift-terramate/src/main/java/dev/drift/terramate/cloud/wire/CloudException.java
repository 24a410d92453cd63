package dev.drift.terramate.cloud.wire;

import static java.util.Objects.requireNonNull;

/** A request did not succeed. The message says so in one line for people, free of credentials. */
public final class CloudException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CloudFault fault;

    /** What it means and what happened. */
    public CloudException(CloudFault fault, String message) {
        super(requireNonNull(message, "message is null"));
        this.fault = requireNonNull(fault, "fault is null");
    }

    /** What it means, what happened, and what lay beneath it. */
    public CloudException(CloudFault fault, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.fault = requireNonNull(fault, "fault is null");
    }

    /** What it means. */
    public CloudFault fault() {
        return fault;
    }

    /** What happened, in one line. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
