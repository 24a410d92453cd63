package dev.drift.terramate.probe;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A likeness of a checkout, made of links, for tools that cannot be kept from writing where they work: terraform writes a lock
 * file where there is none, terragrunt generates code and keeps caches beside its dependencies. What they write, they write
 * into the likeness.
 */
final class Mirror {

    private static final Set<String> LEFT_OUT = Set.of(".terraform", ".terragrunt-cache", "node_modules");
    /** What tools may overwrite is copied: writing through a link would write into the checkout. */
    private static final Pattern OVERWRITABLE =
            Pattern.compile(".*\\.(tf|tofu|hcl|tfvars|tf\\.json|tofu\\.json|tfvars\\.json|hcl\\.json)");

    private Mirror() {}

    /** The way from the root to the directory in folders of its own, everything beside that way as links. */
    static Path ofWay(Path root, Path directory, Path into) throws IOException {
        Path original = root;
        Path likeness = Files.createDirectories(into);
        for (Path step : root.relativize(directory)) {
            if (!step.toString().isEmpty()) {
                linkAll(original, likeness, step.toString());
                original = original.resolve(step);
                likeness = Files.createDirectories(likeness.resolve(step));
            }
        }
        linkAll(original, likeness, "");
        return likeness;
    }

    /** Every folder below the root as a folder of its own; code copied, other files and the repository's own data as links. */
    static Path ofAll(Path root, Path directory, Path into) throws IOException {
        copy(root, Files.createDirectories(into));
        return into.resolve(root.relativize(directory).toString());
    }

    private static void linkAll(Path original, Path likeness, String except) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(original)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals(except) && !LEFT_OUT.contains(name)) {
                    Files.createSymbolicLink(likeness.resolve(name), entry);
                }
            }
        }
    }

    private static void copy(Path original, Path likeness) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(original)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                Path twin = likeness.resolve(name);
                if (LEFT_OUT.contains(name)) {
                    continue;
                }
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !name.equals(".git")) {
                    copy(entry, Files.createDirectory(twin));
                } else if (Files.isRegularFile(entry)
                        && OVERWRITABLE.matcher(name).matches()) {
                    Files.copy(entry, twin);
                } else {
                    Files.createSymbolicLink(twin, entry);
                }
            }
        }
    }
}
