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
 * @param lockedVersion the version of the dependency lock file, if it names one
 * @param configuration the arguments of the provider block; {@link Value#unknown()} where one is no literal
 */
public record ProviderUse(
        String source, Optional<String> alias, Optional<String> lockedVersion, Map<String, Value> configuration) {

    public ProviderUse {
        requireNonNull(source, "source is null");
        requireNonNull(alias, "alias is null");
        requireNonNull(lockedVersion, "lockedVersion is null");
        configuration = Map.copyOf(configuration);
    }

    /** Configurations may hold credentials, so they are not printed. */
    @Override
    public String toString() {
        return source
                + alias.map(name -> "." + name).orElse("")
                + lockedVersion.map(version -> " " + version).orElse("");
    }
}
