package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program pinned to one version.
 *
 * @param versionQuery arguments that make it print its version
 * @param recipe installs it where it is missing
 */
record PinnedTool(String name, String version, List<String> versionQuery, Recipe recipe) {

    PinnedTool {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
        versionQuery = List.copyOf(versionQuery);
        requireNonNull(recipe, "recipe is null");
    }

    /** From the cache, from {@code PATH}, or installed now, which can take minutes. */
    Path provide(ToolCache cache) throws IOException, InterruptedException {
        if (!Files.isDirectory(cache.place(name, version))) {
            Optional<Path> present = onPath();
            if (present.isPresent()) {
                return present.get();
            }
        }
        return cache.provide(name, version, recipe).resolve(name);
    }

    private Optional<Path> onPath() throws IOException, InterruptedException {
        Optional<Path> candidate = SearchPath.find(name);
        return candidate.isPresent() && isPinned(candidate.get()) ? candidate : Optional.empty();
    }

    private boolean isPinned(Path program) throws IOException, InterruptedException {
        Object[] query = new Object[versionQuery.size() + 1];
        query[0] = program;
        System.arraycopy(versionQuery.toArray(), 0, query, 1, versionQuery.size());
        return (" " + Command.of(query).run().out().replaceAll("[\\sv]+", " ") + " ").contains(" " + version + " ");
    }
}
