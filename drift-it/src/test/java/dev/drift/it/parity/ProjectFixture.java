package dev.drift.it.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lays the project of a case out on disk. */
final class ProjectFixture {

    private ProjectFixture() {}

    /** A case that has an entry {@code .nogit} lies in no repository; every other one is the top of an empty one. */
    static void write(ParityCase parity, Path project) throws IOException {
        boolean repository =
                parity.entries().stream().noneMatch(entry -> entry.path().equals(".nogit"));
        if (repository) {
            emptyRepository(project.resolve(".git"));
        }
        for (ProjectEntry entry : parity.entries()) {
            entry.writeTo(project);
        }
    }

    /** What git needs to see to call it a repository. */
    static void emptyRepository(Path git) throws IOException {
        Files.createDirectories(git.resolve("objects"));
        Files.createDirectories(git.resolve("refs/heads"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    }
}
