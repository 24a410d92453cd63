package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;

/**
 * An object of the same state, as it is live, that may own a part of a drifted object: a rule of a security group, an
 * attachment of a role.
 */
public record Sibling(ResourceAddress address, Value value) {
    public Sibling {
        requireNonNull(address, "address is null");
        requireNonNull(value, "value is null");
    }

    /** The attributes are in clear, so they are not printed. */
    @Override
    public String toString() {
        return address.toString();
    }
}
