package dev.drift.terramate.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where {@code init} put the modules it brought, by the way of their calls ({@code web.inner}).
 *
 * @param directories absolute
 */
record ModuleManifest(Map<String, Path> directories) {

    private static final JsonMapper MAPPER = new JsonMapper();

    ModuleManifest {
        directories = Map.copyOf(directories);
    }

    /** What lies in a data directory; nothing if there is no manifest, or none that can be read. */
    static ModuleManifest of(Path dataDirectory, Path stack) {
        Path file = dataDirectory.resolve("modules").resolve("modules.json");
        Map<String, Path> directories = new TreeMap<>();
        try {
            if (Files.isRegularFile(file)) {
                for (JsonNode module : MAPPER.readTree(file.toFile()).path("Modules")) {
                    directories.put(
                            module.path("Key").asText(),
                            stack.resolve(module.path("Dir").asText()));
                }
            }
        } catch (IOException unreadable) {
            return new ModuleManifest(Map.of());
        }
        return new ModuleManifest(directories);
    }

    Optional<Path> directory(String key) {
        return Optional.ofNullable(directories.get(key));
    }
}
