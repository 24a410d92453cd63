package dev.drift.terramate.change;

import dev.drift.terramate.git.Git;
import dev.drift.terramate.project.ChangeDetection;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Files that differ from the base of a change, by their paths from the root of the repository: {@code /stacks/a/main.tf}. A
 * repository inside of this one counts as a file: its directory.
 */
final class ChangedFiles {

    /** States and their locks, caches and logs of tools; and triggers, which are no part of a stack. */
    private static final Pattern NO_CODE = Pattern.compile(".*\\.tfstate(\\..*)?|.*/\\.[^/]*\\.lock\\.info"
            + "|.*/(\\.terraform|\\.terragrunt-cache)(/.*)?|.*/crash(\\.[^/]*)?\\.log|/\\.tmtriggers/.*");

    private final NavigableSet<String> paths;

    ChangedFiles(Collection<String> paths) {
        this.paths = new TreeSet<>(paths);
    }

    /** What differs between two commits, and what is not committed as far as it is to count. */
    static ChangedFiles between(String base, String head, Git git, Path root, ChangeDetection wanted) {
        ChangedFiles files = new ChangedFiles(new TreeSet<>());
        if (!base.equals(head)) {
            git.entries("diff-tree", "-r", "-z", "--name-only", "--no-renames", "--ignore-submodules=none", base, head)
                    .forEach(name -> files.paths.add("/" + name));
        }
        if (wanted.untracked() || wanted.uncommitted()) {
            git.entries("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all")
                    .forEach(entry -> files.addDirty(entry, root, wanted));
        }
        return files;
    }

    /** What is not committed, as far as it is to count, without what tools leave beside code. */
    static ChangedFiles uncommitted(Git git, Path root, ChangeDetection wanted) {
        ChangedFiles files = between("", "", git, root, wanted);
        files.paths.removeIf(path -> NO_CODE.matcher(path).matches());
        return files;
    }

    Iterable<String> all() {
        return paths;
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    /** What changed at a directory or below it, or above it where a whole repository or link was exchanged. */
    Optional<String> touching(String directory) {
        if (directory.equals("/")) {
            return paths.stream().findFirst();
        }
        for (String place = directory; !place.isEmpty(); place = place.substring(0, place.lastIndexOf('/'))) {
            if (paths.contains(place)) {
                return Optional.of(place);
            }
        }
        return Optional.ofNullable(paths.ceiling(directory + "/")).filter(path -> path.startsWith(directory + "/"));
    }

    /** Two letters that say what happened, a space, and the path. */
    private void addDirty(String entry, Path root, ChangeDetection wanted) {
        String path = "/" + entry.substring(3);
        boolean untracked = entry.startsWith("??");
        if (untracked ? wanted.untracked() : wanted.uncommitted()) {
            if (path.endsWith("/")) {
                addBelow(root, path.substring(0, path.length() - 1));
            } else {
                paths.add(path);
            }
        }
    }

    /** Git does not look into a repository that it does not track; stacks may lie in it all the same. */
    private void addBelow(Path root, String directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(directory.substring(1)))) {
            for (Path entry : entries) {
                String path = directory + "/" + entry.getFileName();
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    paths.add(path);
                } else if (!path.endsWith("/.git")) {
                    addBelow(root, path);
                }
            }
        } catch (IOException unreadable) {
            paths.add(directory);
        }
    }
}
