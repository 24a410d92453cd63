package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder that keeps installed tools from build to build: {@code <name>-<version>/<name>}. Several builds may share
 * it: one installs, the others wait, and a folder appears complete or not at all.
 */
record ToolCache(Path folder) {

    ToolCache {
        requireNonNull(folder, "folder is null");
    }

    /** {@code DRIFT_TOOLS_CACHE}, or {@code .cache/drift-tools} of the user's home. */
    static ToolCache ofUser() {
        String named = System.getenv("DRIFT_TOOLS_CACHE");
        return new ToolCache(
                named != null && !named.isBlank()
                        ? Path.of(named).toAbsolutePath()
                        : Path.of(System.getProperty("user.home"), ".cache", "drift-tools"));
    }

    Path place(String name, String version) {
        return folder.resolve(name + "-" + version);
    }

    /** The folder of a tool, installed by the recipe if it is not there yet. */
    Path provide(String name, String version, Recipe recipe) throws IOException, InterruptedException {
        Path place = place(name, version);
        if (Files.isDirectory(place)) {
            return place;
        }
        Files.createDirectories(folder);
        // A file lock keeps processes apart, not the threads of one.
        synchronized (ToolCache.class) {
            provideAlone(place, recipe);
        }
        return place;
    }

    private void provideAlone(Path place, Recipe recipe) throws IOException, InterruptedException {
        Path lock = folder.resolve("." + place.getFileName() + ".lock");
        // The lock goes when the channel closes, also when this process dies.
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.isDirectory(place)) {
                install(place, recipe);
            }
        }
    }

    private void install(Path place, Recipe recipe) throws IOException, InterruptedException {
        Path unfinished = Files.createTempDirectory(folder, ".unfinished-");
        try {
            recipe.install(unfinished);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.remove(unfinished);
        }
    }
}
