package dev.drift.terramate.code;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What the tools would take from their environment while they read code.
 *
 * @param workspace the workspace that {@code TF_WORKSPACE} selects
 * @param dataDirectory where {@code TF_DATA_DIR} has the tools keep what they downloaded; {@code .terraform} otherwise
 */
public record CodeSettings(Optional<String> workspace, Optional<String> dataDirectory) {

    public CodeSettings {
        requireNonNull(workspace, "workspace is null");
        requireNonNull(dataDirectory, "dataDirectory is null");
    }

    /** Nothing is set. */
    public static CodeSettings standard() {
        return new CodeSettings(Optional.empty(), Optional.empty());
    }

    /** As the variables of an environment say; empty ones count as unset. */
    public static CodeSettings of(Map<String, String> environment) {
        return new CodeSettings(set(environment, "TF_WORKSPACE"), set(environment, "TF_DATA_DIR"));
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isEmpty());
    }
}
