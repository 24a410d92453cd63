package dev.drift.terramate.project;

import java.nio.file.Path;
import java.util.List;

/**
 * One directory of the project that holds something for us.
 *
 * @param directory on this machine, absolute
 * @param path from the root of the project, {@code /} for the root itself
 * @param terramateFiles the names of its Terramate files, sorted
 * @param bundleFiles the names of its bundle instances, sorted
 */
record Listing(Path directory, String path, List<String> terramateFiles, List<String> bundleFiles) {

    Listing {
        terramateFiles = List.copyOf(terramateFiles);
        bundleFiles = List.copyOf(bundleFiles);
    }

    boolean isEmpty() {
        return terramateFiles.isEmpty() && bundleFiles.isEmpty();
    }

    /** How messages call a file or directory of this one. */
    String name(String entry) {
        return (path.equals("/") ? "" : path.substring(1) + "/") + entry;
    }

    /** The path of a directory below this one. */
    String below(String entry) {
        return (path.equals("/") ? "" : path) + "/" + entry;
    }
}
