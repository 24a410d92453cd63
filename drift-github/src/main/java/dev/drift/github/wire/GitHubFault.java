package dev.drift.github.wire;

/** What it means that GitHub did not do what it was asked. */
public enum GitHubFault {
    /** No connection, or it broke, or no answer came in time. */
    UNREACHABLE,
    /** The token is wrong or expired (401). */
    UNAUTHORIZED,
    /** The token is good, but not for this (403). */
    FORBIDDEN,
    /** It is not there, or the token may not know that it is (404). */
    NOT_FOUND,
    /** It is switched off (410): issues, or the version of the interface. */
    GONE,
    /** What was sent is not acceptable, such as too long a text (400, 422). */
    REFUSED,
    /** Too much was asked in a short time, by the primary or a secondary limit (403, 429). */
    LIMITED,
    /** GitHub failed (5xx). */
    FAILING,
    /** The answer points to another server, where a token does not follow. */
    REDIRECTED,
    /** The answer cannot be read. */
    GARBLED
}
