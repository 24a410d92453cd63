package dev.drift.code;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A provider a stack configures.
 *
 * @param source its address, such as {@code registry.terraform.io/hashicorp/aws}
 * @param alias the alias of this configuration; empty for the default one
 * @param lock what the dependency lock file says of it, if it names a version that the code accepts
 * @param configuration the arguments of the provider block; {@link Value#unknown()} where one is no literal
 */
public record ProviderUse(
        String source, Optional<String> alias, Optional<ProviderLock> lock, Map<String, Value> configuration) {

    public ProviderUse {
        requireNonNull(source, "source is null");
        requireNonNull(alias, "alias is null");
        requireNonNull(lock, "lock is null");
        configuration = Map.copyOf(configuration);
    }

    /** Configurations may hold credentials, so they are not printed. */
    @Override
    public String toString() {
        return source
                + alias.map(name -> "." + name).orElse("")
                + lock.map(locked -> " " + locked.version()).orElse("");
    }
}
