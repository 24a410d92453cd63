package dev.drift.aws.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a provider is started with: what its caller has, without what steers Terraform, Terragrunt or the way plugins are
 * started.
 */
final class ProviderEnvironment {

    /** Tells a provider that whoever starts it knows what it is: go-plugin's handshake. */
    private static final Map<String, String> HANDSHAKE = Map.of(
            "TF_PLUGIN_MAGIC_COOKIE", "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
            "PLUGIN_PROTOCOL_VERSIONS", "5,6");

    private static final List<String> STEERING = List.of("TF_", "TG_", "TERRAGRUNT_", "PLUGIN_");

    /** Read by providers themselves, and part of what they answer: default tags, endpoints, the user agent. */
    private static final List<String> THEIRS = List.of("TF_AWS_", "TF_APPEND_USER_AGENT");

    /** Left unset, they make a provider log everything, whole answers of the cloud included. */
    private static final List<String> LOGS = List.of(
            "TF_LOG",
            "TF_LOG_CORE",
            "TF_LOG_PROVIDER",
            "TF_LOG_PROVIDER_AWS",
            "TF_LOG_AWS_AUTOFLEX",
            "TF_LOG_SDK",
            "TF_LOG_SDK_FRAMEWORK",
            "TF_LOG_SDK_HELPER_RESOURCE",
            "TF_LOG_SDK_HELPER_SCHEMA",
            "TF_LOG_SDK_MUX",
            "TF_LOG_SDK_PROTO");

    private ProviderEnvironment() {}

    /** Everything for a provider whose sockets and temporary files belong in this folder. */
    static Map<String, String> in(Path folder, Map<String, String> callers) {
        Map<String, String> environment = new TreeMap<>(callers);
        environment.keySet().removeIf(ProviderEnvironment::steers);
        LOGS.forEach(name -> environment.put(name, "OFF"));
        environment.putAll(HANDSHAKE);
        environment.put("PLUGIN_UNIX_SOCKET_DIR", folder.toString());
        environment.put("TMPDIR", folder.toString());
        return environment;
    }

    private static boolean steers(String name) {
        return STEERING.stream().anyMatch(name::startsWith) && THEIRS.stream().noneMatch(name::startsWith);
    }
}
