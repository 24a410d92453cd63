package dev.drift.terramate.cloud.wire;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How patient a client is, and how it introduces itself.
 *
 * @param userAgent the {@code User-Agent}, printable ASCII
 * @param connecting how long a connection may take to come about
 * @param silence how long the other side may say nothing
 * @param whole how long one attempt may take with everything
 * @param firstPause how long to wait before the second attempt; the next one waits twice as long, both more or less
 * @param longestPause the longest wait that is granted to a side that asks for one with {@code Retry-After}
 */
public record WireSettings(
        String userAgent,
        Duration connecting,
        Duration silence,
        Duration whole,
        Duration firstPause,
        Duration longestPause) {

    /** How often something is tried that may be tried again. */
    public static final int ATTEMPTS = 3;

    public WireSettings {
        requireNonNull(userAgent, "userAgent is null");
        if (userAgent.isBlank() || !userAgent.chars().allMatch(each -> each >= ' ' && each < 0x7f)) {
            throw new IllegalArgumentException("User agent must be printable ASCII");
        }
        requirePositive(connecting, "connecting");
        requirePositive(silence, "silence");
        requirePositive(whole, "whole");
        requirePositive(firstPause, "firstPause");
        requirePositive(longestPause, "longestPause");
    }

    /** The patience of the vendor's own client, and pauses that many clients can afford at the same time. */
    public static WireSettings introducedAs(String userAgent) {
        return new WireSettings(
                userAgent,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMillis(300),
                Duration.ofSeconds(30));
    }

    private static void requirePositive(Duration duration, String name) {
        requireNonNull(duration, name + " is null");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + duration);
        }
    }
}
