package dev.drift.terramate.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Terramate files of one project, each read at most once while one reading of the project lasts. */
final class ProjectFiles {

    private final Path root;
    private final Map<Path, ParsedFile> read = new ConcurrentHashMap<>();

    ProjectFiles(Path root) {
        this.root = root;
    }

    /** The root of the project, absolute. */
    Path root() {
        return root;
    }

    /** A file that several directories may import. */
    ParsedFile read(Path file) {
        return read.computeIfAbsent(file, missing -> ParsedFile.of(missing, name(missing)));
    }

    /** How messages call the file: its path from the root of the project. */
    String name(Path file) {
        return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    }
}
