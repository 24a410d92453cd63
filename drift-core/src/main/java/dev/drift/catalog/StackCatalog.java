package dev.drift.catalog;

import dev.drift.stack.Stack;
import java.util.Collection;
import java.util.List;

/**
 * Knows which stacks exist. May be called from several threads and never writes.
 */
public interface StackCatalog {

    /**
     * Every stack of the estate, sorted by path, each path once.
     *
     * @throws CatalogException if the list cannot be had as a whole: a list with a hole is never returned
     */
    List<Stack> stacks();

    /**
     * The given stacks in the order in which they would be applied: a stack stands behind everything it depends on, also
     * where what lies between them is not given.
     *
     * @throws CatalogException if the order has a cycle, naming the stacks on it
     */
    StackOrder order(Collection<Stack> stacks);

    /**
     * The stacks of {@link #order} alone, for those who look at them one by one.
     *
     * @throws CatalogException if the order has a cycle, naming the stacks on it
     */
    default List<Stack> inRunOrder(Collection<Stack> stacks) {
        return order(stacks).stacks();
    }
}
