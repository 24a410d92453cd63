package dev.drift.observation;

import static java.util.Objects.requireNonNull;

/**
 * An object before and after something: the last apply against live, or live against what the plan makes of it.
 *
 * @param address which object
 * @param action what happens to it
 * @param before what it was
 * @param after what it is, or will be
 */
public record ResourceChange(ResourceAddress address, ChangeAction action, Snapshot before, Snapshot after) {
    public ResourceChange {
        requireNonNull(address, "address is null");
        requireNonNull(action, "action is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }
}
