package dev.drift.catalog;

import dev.drift.stack.StackPath;
import java.util.List;
import java.util.Optional;

/**
 * Knows which stacks a change concerns: something that they are made of is not what it was before. What counts as before is
 * settled when it is made. May be called from several threads and never writes.
 */
@FunctionalInterface
public interface ChangedStacks {

    /**
     * The stacks that exist and are concerned, sorted by path, each path once; as things are when it is called.
     *
     * @throws CatalogException if it cannot be told of every stack: a list with a hole is never returned
     */
    List<ChangedStack> changed();

    /**
     * The stacks that existed before and do not any more, sorted by path; none where that is not known.
     *
     * @throws CatalogException if it cannot be told of every stack
     */
    default List<StackPath> deleted() {
        return List.of();
    }

    /**
     * The commit that counts as before, if it is one.
     *
     * @throws CatalogException if it cannot be told
     */
    default Optional<String> base() {
        return Optional.empty();
    }
}
