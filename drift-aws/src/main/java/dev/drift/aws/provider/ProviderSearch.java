package dev.drift.aws.provider;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * On whose behalf a provider is looked for.
 *
 * @param tool the stack's tool, which installs the provider if it is nowhere to be found
 * @param stackDirectory where the tool runs
 * @param environment everything the tool would be started with
 */
public record ProviderSearch(IacTool tool, Path stackDirectory, Map<String, String> environment) {

    public ProviderSearch {
        requireNonNull(tool, "tool is null");
        stackDirectory = stackDirectory.toAbsolutePath().normalize();
        Map<String, String> copy = new TreeMap<>(environment);
        copy.forEach((name, value) -> requireNonNull(value, "value is null"));
        environment = Collections.unmodifiableMap(copy);
    }

    /** The names of the variables only: values may be secrets. */
    @Override
    public String toString() {
        return "ProviderSearch[tool=" + tool + ", stackDirectory=" + stackDirectory + ", environment="
                + environment.keySet() + "]";
    }
}
