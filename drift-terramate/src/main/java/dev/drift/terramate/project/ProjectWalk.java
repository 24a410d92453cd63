package dev.drift.terramate.project;

import dev.drift.config.Problems;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Visits the directories of a project: hidden ones never, those with an entry {@code .tmskip} not at all, symbolic links to
 * directories not either. A link to a file counts as that file. A directory that cannot be read is a problem.
 */
final class ProjectWalk {

    private static final String SKIP = ".tmskip";

    private final Deque<Listing> waiting = new ArrayDeque<>();
    private final Problems problems;

    private ProjectWalk(Problems problems) {
        this.problems = problems;
    }

    /**
     * The root alone: its own files count even where an entry {@code .tmskip} hides all that lies below it. Nothing else
     * is asked for its kind, so that what comes and goes in a directory for temporary files is no problem.
     */
    static Listing root(Path root, Problems problems) {
        ProjectWalk walk = new ProjectWalk(problems);
        Listing place = new Listing(root, "/", List.of(), List.of());
        return walk.entries(place)
                .map(entries ->
                        entries.stream().filter(ProjectWalk::isOfTerramate).toList())
                .map(entries -> walk.sort(place, entries))
                .orElse(place);
    }

    /** The directories below the root that hold Terramate files or bundle instances, sorted by path. */
    static List<Listing> below(Path root, Problems problems) {
        ProjectWalk walk = new ProjectWalk(problems);
        walk.visit(new Listing(root, "/", List.of(), List.of()));
        List<Listing> found = new ArrayList<>();
        while (!walk.waiting.isEmpty()) {
            walk.visit(walk.waiting.pop()).filter(listing -> !listing.isEmpty()).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Listing::path));
        return found;
    }

    private Optional<Listing> visit(Listing place) {
        return entries(place)
                .filter(entries ->
                        entries.stream().noneMatch(entry -> name(entry).equals(SKIP)))
                .map(entries -> sort(place, entries));
    }

    private Optional<List<Path>> entries(Listing place) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(place.directory())) {
            stream.forEach(entries::add);
            return Optional.of(entries);
        } catch (IOException | DirectoryIteratorException unreadable) {
            problems.add(place.name(""), "The directory cannot be read: " + Reasons.of(unreadable));
            return Optional.empty();
        }
    }

    private Listing sort(Listing place, List<Path> entries) {
        List<String> terramateFiles = new ArrayList<>();
        List<String> bundleFiles = new ArrayList<>();
        for (Path entry : entries) {
            String name = name(entry);
            boolean bundle = isBundle(name);
            if (!name.startsWith(".") || bundle) {
                if (!isDirectory(place, entry)) {
                    (bundle ? bundleFiles : terramateFiles).add(name);
                } else if (!name.startsWith(".")) {
                    waiting.push(new Listing(entry, place.below(name), List.of(), List.of()));
                }
            }
        }
        terramateFiles.removeIf(name -> !isTerramateFile(name));
        terramateFiles.sort(null);
        bundleFiles.sort(null);
        return new Listing(place.directory(), place.path(), terramateFiles, bundleFiles);
    }

    /** What cannot even be asked for its kind might be a directory full of stacks. */
    private boolean isDirectory(Listing place, Path entry) {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory();
        } catch (IOException unreadable) {
            problems.add(place.name(name(entry)), "The entry cannot be read: " + Reasons.of(unreadable));
            return false;
        }
    }

    private static boolean isOfTerramate(Path entry) {
        return isTerramateFile(name(entry)) || isBundle(name(entry));
    }

    private static boolean isBundle(String name) {
        return name.endsWith(".tm.yml") || name.endsWith(".tm.yaml");
    }

    static boolean isTerramateFile(String name) {
        return name.length() > 3 && !name.startsWith(".") && (name.endsWith(".tm") || name.endsWith(".tm.hcl"));
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }
}
