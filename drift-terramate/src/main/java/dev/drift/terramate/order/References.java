package dev.drift.terramate.order;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.stack.StackPath;
import dev.drift.terramate.project.Project;
import dev.drift.terramate.project.StackDeclaration;
import dev.drift.terramate.tag.TagFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the entries of {@code after} and {@code before} stand for: a directory for every stack at or below it, {@code tag:}
 * for every stack of the project that the filter picks. A path that is no directory is ignored.
 */
final class References {

    private static final String TAG = "tag:";

    private final Project project;
    private final TreeMap<String, StackDeclaration> byPath = new TreeMap<>();

    References(Project project) {
        this.project = project;
        project.stacks().forEach(stack -> byPath.put(stack.stack().path().value(), stack));
    }

    /** The stacks that the entries of one stack name; filters that are none are noted. */
    Set<StackPath> of(StackDeclaration stack, List<String> entries, Problems problems) {
        Set<StackPath> named = new TreeSet<>();
        for (String entry : entries) {
            if (entry.startsWith(TAG)) {
                named.addAll(tagged(stack, entry, problems));
            } else if (Files.isDirectory(onDisk(stack, entry))) {
                named.addAll(atOrBelow(inProject(stack, entry)));
            }
        }
        return named;
    }

    /** Every stack at the path or below it. */
    Set<StackPath> atOrBelow(StackPath path) {
        Set<StackPath> stacks = new TreeSet<>();
        String below = path.value().equals("/") ? "/" : path.value() + "/";
        if (byPath.containsKey(path.value())) {
            stacks.add(path);
        }
        byPath.subMap(below, true, below.substring(0, below.length() - 1) + "0", false)
                .values()
                .forEach(stack -> stacks.add(stack.stack().path()));
        return stacks;
    }

    private Set<StackPath> tagged(StackDeclaration stack, String entry, Problems problems) {
        Set<StackPath> stacks = new TreeSet<>();
        try {
            String written = entry.substring(TAG.length());
            TagFilter filter = TagFilter.parse(List.of(written), List.of());
            project.stacks().stream()
                    .filter(other -> !written.isEmpty() && filter.picks(other.stack()))
                    .forEach(other -> stacks.add(other.stack().path()));
        } catch (InvalidConfigException broken) {
            broken.problems()
                    .forEach(problem -> problems.add(
                            stack.where(),
                            "Stack " + stack.stack() + " is ordered by \"" + entry + "\", but " + problem.message()));
        }
        return stacks;
    }

    private Path onDisk(StackDeclaration stack, String entry) {
        return entry.startsWith("/")
                ? project.root().resolve(entry.replaceAll("^/+", "")).normalize()
                : stack.stack().directory().resolve(entry).normalize();
    }

    /** Going up from the root leads to the root. */
    private static StackPath inProject(StackDeclaration stack, String entry) {
        Deque<String> names = new ArrayDeque<>();
        String whole = entry.startsWith("/") ? entry : stack.stack().path() + "/" + entry;
        for (String name : whole.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return StackPath.of("/" + String.join("/", names));
    }
}
