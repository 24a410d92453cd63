package dev.drift.stack;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory that the catalog calls a stack: the unit that is checked. Two stacks are the same stack if their paths are.
 *
 * @param path where it lives in its repository
 * @param id its identity, if the code gives it one
 * @param name what people call it; the catalog falls back to the directory's name
 * @param description a sentence about it, possibly empty
 * @param tags its labels, in the order of the code
 * @param directory the directory on this machine, absolute
 */
public record Stack(
        StackPath path, Optional<StackId> id, String name, String description, List<Tag> tags, Path directory)
        implements Comparable<Stack> {

    public Stack {
        requireNonNull(path, "path is null");
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        tags = List.copyOf(tags);
        if (!directory.isAbsolute()) {
            throw new IllegalArgumentException("Stack directory must be absolute: " + directory);
        }
    }

    /** The value of the first tag with the key, in any case of its letters: {@code tagged("environment")}. */
    public Optional<String> tagged(String key) {
        for (Tag tag : tags) {
            if (tag.hasKey(key)) {
                return Optional.of(tag.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(Stack other) {
        return path.compareTo(other.path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stack stack && stack.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
