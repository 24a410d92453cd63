package dev.drift.terramate.cloud.wire;

/** What it means that a request did not succeed. */
public enum CloudFault {
    /** There was no connection, or it broke. */
    UNREACHABLE,
    /** No complete answer came in time. */
    TIMED_OUT,
    /** The credential is missing, wrong or expired. */
    UNAUTHORIZED,
    /** The credential is good, but not for this. */
    FORBIDDEN,
    /** What was asked for is not there. */
    NOT_FOUND,
    /** It contradicts what is there. */
    CONFLICT,
    /** Too much was asked in a short time. */
    THROTTLED,
    /** The request itself was refused. */
    REJECTED,
    /** The other side failed. */
    FAILING,
    /** The answer points to another place, where a credential does not follow. */
    REDIRECTED,
    /** The answer cannot be read. */
    GARBLED,
    /** The other side no longer speaks with clients like this one. */
    UNSUPPORTED
}
