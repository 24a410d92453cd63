package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

/**
 * Which state it is, and how often it was written.
 *
 * @param lineage given to a state when it is made and never changed; states with different ones have nothing in common
 * @param serial grows with every change
 */
public record StateVersion(String lineage, long serial) {
    public StateVersion {
        requireNonNull(lineage, "lineage is null");
        if (serial < 0) {
            throw new IllegalArgumentException("A serial cannot be negative: " + serial);
        }
    }
}
