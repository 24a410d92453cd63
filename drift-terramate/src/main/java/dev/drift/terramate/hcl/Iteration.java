package dev.drift.terramate.hcl;

import java.util.Objects;
import java.util.Optional;

/**
 * {@code k, v in collection} of a {@code for}.
 *
 * @param keyName the name of the key or index, if one is given
 * @param valueName the name of the value
 * @param collection what is gone through
 */
public record Iteration(Optional<String> keyName, String valueName, Expression collection) {

    public Iteration {
        Objects.requireNonNull(keyName, "keyName is null");
        Objects.requireNonNull(valueName, "valueName is null");
        Objects.requireNonNull(collection, "collection is null");
    }
}
