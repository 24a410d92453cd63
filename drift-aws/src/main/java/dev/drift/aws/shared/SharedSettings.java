package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How providers are shared.
 *
 * @param cache the folder that keeps schemas and providers from run to run
 * @param environment the variables of this process, which leases are laid over
 * @param sources the addresses of the providers to share, such as {@code registry.terraform.io/hashicorp/aws}
 * @param stateTypes who knows what the states hold
 * @param retries how often the provider may repeat a call that the cloud throttles, where a stack does not say so itself
 * @param memories for how long a plan in which nothing moved is remembered, for each stack
 */
public record SharedSettings(
        Path cache,
        Map<String, String> environment,
        Set<String> sources,
        StateTypes stateTypes,
        int retries,
        PlanMemories memories) {

    private static final Set<String> AWS =
            Set.of("registry.terraform.io/hashicorp/aws", "registry.opentofu.org/hashicorp/aws");
    private static final int RETRIES = 8;

    public SharedSettings {
        requireNonNull(cache, "cache is null");
        environment = Map.copyOf(environment);
        sources = Set.copyOf(sources);
        requireNonNull(stateTypes, "stateTypes is null");
        requireNonNull(memories, "memories is null");
        if (retries < 0) {
            throw new IllegalArgumentException("Retries must not be negative: " + retries);
        }
    }

    /**
     * The AWS provider of both registries, in the environment of this process, with the cache in {@code $XDG_CACHE_HOME/drift}
     * or {@code ~/.cache/drift}.
     */
    public static SharedSettings standard() {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        Path caches = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(named -> !named.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".cache"));
        return new SharedSettings(
                caches.resolve("drift"),
                environment,
                AWS,
                StateTypes.UNKNOWN,
                RETRIES,
                PlanMemories.all(PlanMemory.STANDARD));
    }

    /** The same with another cache. */
    public SharedSettings cachingIn(Path folder) {
        return new SharedSettings(folder, environment, sources, stateTypes, retries, memories);
    }

    /** The same in another environment. */
    public SharedSettings in(Map<String, String> variables) {
        return new SharedSettings(cache, variables, sources, stateTypes, retries, memories);
    }

    /** The same for other providers. */
    public SharedSettings sharing(Set<String> addresses) {
        return new SharedSettings(cache, environment, addresses, stateTypes, retries, memories);
    }

    /** The same with somebody else who knows what the states hold. */
    public SharedSettings asking(StateTypes types) {
        return new SharedSettings(cache, environment, sources, types, retries, memories);
    }

    /** The same with another number of retries. */
    public SharedSettings retrying(int times) {
        return new SharedSettings(cache, environment, sources, stateTypes, times, memories);
    }

    /** The same with another memory of plans, for every stack. */
    public SharedSettings remembering(PlanMemory plans) {
        return remembering(PlanMemories.all(plans));
    }

    /** The same with other memories of plans. */
    public SharedSettings remembering(PlanMemories plans) {
        return new SharedSettings(cache, environment, sources, stateTypes, retries, plans);
    }

    /** Variables may be secrets, so only the cache and the sources are printed. */
    @Override
    public String toString() {
        return "SharedSettings[cache=" + cache + ", sources=" + sources + "]";
    }
}
