package dev.drift.github.wire;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How patient a client is, and how it introduces itself.
 *
 * @param userAgent the {@code User-Agent}, printable ASCII; GitHub answers nobody without one
 * @param connecting how long a connection may take to come about
 * @param whole how long one attempt may take with everything
 * @param firstPause how long to wait before the second attempt; the next one waits twice as long, both more or less
 * @param longestPause the longest wait that is granted to a GitHub that asks for one; beyond it the request is given up
 * @param betweenWrites how far apart requests that write are kept; possibly zero
 */
public record WireSettings(
        String userAgent,
        Duration connecting,
        Duration whole,
        Duration firstPause,
        Duration longestPause,
        Duration betweenWrites) {

    /** How often something is tried that may be tried again. */
    public static final int ATTEMPTS = 3;

    public WireSettings {
        requireNonNull(userAgent, "userAgent is null");
        if (userAgent.isBlank() || !userAgent.chars().allMatch(each -> each >= ' ' && each < 0x7f)) {
            throw new IllegalArgumentException("User agent must be printable ASCII");
        }
        requirePositive(connecting, "connecting");
        requirePositive(whole, "whole");
        requirePositive(firstPause, "firstPause");
        requirePositive(longestPause, "longestPause");
        if (betweenWrites.isNegative()) {
            throw new IllegalArgumentException("betweenWrites is negative: " + betweenWrites);
        }
    }

    /**
     * As GitHub asks its clients to behave: a second between writes, and a minute of rest where a secondary limit names no
     * other time.
     */
    public static WireSettings introducedAs(String userAgent) {
        return new WireSettings(
                userAgent,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                Duration.ofSeconds(65),
                Duration.ofSeconds(1));
    }

    private static void requirePositive(Duration duration, String name) {
        requireNonNull(duration, name + " is null");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + duration);
        }
    }
}
