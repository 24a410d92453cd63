package dev.drift.terramate.project;

import dev.drift.catalog.CatalogException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a project begins: at the top of its git work tree, else where a version of Terramate is required. */
final class ProjectRoot {

    private static final String POINTER = "gitdir:";
    private static final int LARGEST_POINTER = 10_000;

    private ProjectRoot() {}

    /**
     * The root of the project that holds the directory, links resolved.
     *
     * @param start a real path
     * @throws CatalogException if there is none
     */
    static Path of(Path start) {
        return gitTopLevel(start)
                .or(() -> requiringTerramate(start))
                .orElseThrow(() -> failure(Problem.of(start
                        + " is in no git repository, and no directory above it has a Terramate file with"
                        + " terramate.required_version")));
    }

    static CatalogException failure(Problem problem) {
        return new CatalogException(List.of(problem));
    }

    private static Optional<Path> gitTopLevel(Path start) {
        for (Path place = start; place != null; place = place.getParent()) {
            if (isGitDirectory(place.resolve(".git"))) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** A work tree or submodule has a file that points to the repository; an empty directory is nothing. */
    private static boolean isGitDirectory(Path git) {
        if (Files.isDirectory(git)) {
            return Files.exists(git.resolve("HEAD")) && Files.isDirectory(git.resolve("objects"));
        }
        try {
            if (!Files.isRegularFile(git) || Files.size(git) > LARGEST_POINTER) {
                return false;
            }
            String pointer = Files.readString(git).strip();
            return pointer.startsWith(POINTER)
                    && Files.isDirectory(git.resolveSibling(
                            pointer.substring(POINTER.length()).strip()));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<Path> requiringTerramate(Path start) {
        for (Path place = start; place != null; place = place.getParent()) {
            Problems problems = new Problems();
            Listing listing = ProjectWalk.root(place, problems);
            ProjectFiles files = new ProjectFiles(place);
            boolean requires = listing.terramateFiles().stream()
                    .map(name -> files.read(listing.directory().resolve(name)))
                    .peek(file -> file.problem().ifPresent(problems::add))
                    .flatMap(file -> file.body().stream())
                    .anyMatch(body ->
                            ProjectSettings.requiredVersion(body.blocks()).isPresent());
            if (!problems.isEmpty()) {
                throw new CatalogException(problems.all());
            }
            if (requires) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
