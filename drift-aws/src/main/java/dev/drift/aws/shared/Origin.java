package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.provider.ProviderRelease;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What makes two processes of a provider the same before they are configured.
 *
 * @param source the address of the provider
 * @param version its version
 * @param environment what it is started with, secrets included, without what says nothing to a provider
 */
record Origin(String source, String version, Map<String, String> environment) {

    private static final List<String> OF_TOOLS = List.of("TF_", "TG_", "TERRAGRUNT_", "TERRAMATE_", "TM_", "PLUGIN_");
    /** Read by the provider itself. */
    private static final List<String> OF_PROVIDERS = List.of("TF_AWS_", "TF_APPEND_USER_AGENT");

    private static final Set<String> OF_SHELLS = Set.of("PWD", "OLDPWD", "SHLVL", "_");

    Origin {
        requireNonNull(source, "source is null");
        requireNonNull(version, "version is null");
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    static Origin of(ProviderRelease release, Map<String, String> environment) {
        Map<String, String> relevant = new TreeMap<>(environment);
        relevant.keySet().removeIf(Origin::saysNothing);
        return new Origin(release.source(), release.version(), relevant);
    }

    private static boolean saysNothing(String name) {
        return OF_SHELLS.contains(name)
                || (OF_TOOLS.stream().anyMatch(name::startsWith)
                        && OF_PROVIDERS.stream().noneMatch(name::startsWith));
    }

    /** Variables may be secrets, so they are not printed. */
    @Override
    public String toString() {
        return source + " " + version;
    }
}
