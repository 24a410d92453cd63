package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.StackOrder;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link StackCatalog} keeps. */
public abstract class StackCatalogContract {

    /**
     * A catalog of stacks at these paths.
     *
     * @param dependencies for each stack, by its path, the paths of those it depends on
     */
    protected abstract StackCatalog catalog(Map<String, Set<String>> dependencies);

    /** A catalog whose stacks cannot be listed as a whole. */
    protected abstract StackCatalog unreadable();

    @Test
    void listsEveryStackOnceSortedByPathInCodePoints() {
        Map<String, Set<String>> independent = new TreeMap<>();
        List.of("/b", "/a", "/a/b", "/a-b", "/a/b/c", "/Z", "/a_b").forEach(path -> independent.put(path, Set.of()));

        assertThat(paths(catalog(independent).stacks()))
                .containsExactly("/Z", "/a", "/a-b", "/a/b", "/a/b/c", "/a_b", "/b");
    }

    @Test
    void listsNothingWhereThereAreNoStacks() {
        assertThat(catalog(Map.of()).stacks()).isEmpty();
    }

    @Test
    void listsTheSameStacksOnEveryThreadAndEveryTime() {
        StackCatalog catalog = catalog(Map.of("/a", Set.of(), "/b", Set.of("/a"), "/c", Set.of()));

        assertThat(Together.call(8, number -> paths(catalog.stacks()))).containsOnly(List.of("/a", "/b", "/c"));
    }

    @Test
    void namesStacksByAbsoluteDirectories() {
        assertThat(catalog(Map.of("/a", Set.of())).stacks())
                .allSatisfy(stack -> assertThat(stack.directory()).isAbsolute());
    }

    @Test
    void failsAsAWholeInsteadOfListingAPart() {
        CatalogException thrown =
                catchThrowableOfType(CatalogException.class, () -> unreadable().stacks());

        assertThat(thrown).isNotNull();
        assertThat(thrown.problems()).isNotEmpty();
    }

    @Test
    void putsAStackBehindWhatItDependsOn() {
        StackCatalog catalog = catalog(Map.of("/a", Set.of("/c"), "/b", Set.of("/a"), "/c", Set.of(), "/d", Set.of()));

        List<String> order = paths(catalog.inRunOrder(catalog.stacks()));

        assertThat(order).containsExactlyInAnyOrder("/a", "/b", "/c", "/d");
        assertThat(order).containsSubsequence("/c", "/a", "/b");
    }

    @Test
    void keepsTheOrderWhereWhatLiesBetweenIsNotGiven() {
        StackCatalog catalog = catalog(Map.of("/a", Set.of("/b"), "/b", Set.of("/c"), "/c", Set.of()));
        List<Stack> ends = catalog.stacks().stream()
                .filter(stack -> !stack.path().value().equals("/b"))
                .toList();

        assertThat(paths(catalog.inRunOrder(ends))).containsExactly("/c", "/a");
    }

    @Test
    void saysWhichStacksHaveToWaitForWhich() {
        StackCatalog catalog =
                catalog(Map.of("/a", Set.of("/c"), "/b", Set.of("/a", "/d"), "/c", Set.of(), "/d", Set.of()));

        assertThat(waiting(catalog, "/a", "/b", "/c", "/d"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("/a", Set.of("/c"), "/b", Set.of("/a", "/d"), "/c", Set.of(), "/d", Set.of()));
        assertThat(waiting(catalog, "/b", "/c"))
                .as("also where what lies between is not given")
                .containsExactlyInAnyOrderEntriesOf(Map.of("/b", Set.of("/c"), "/c", Set.of()));
    }

    private static Map<String, Set<String>> waiting(StackCatalog catalog, String... given) {
        List<Stack> stacks = catalog.stacks().stream()
                .filter(stack -> List.of(given).contains(stack.path().value()))
                .toList();
        StackOrder order = catalog.order(stacks);
        assertThat(order.stacks()).isEqualTo(catalog.inRunOrder(stacks));
        return order.stacks().stream()
                .collect(Collectors.toMap(
                        stack -> stack.path().value(),
                        stack -> order.before(stack).stream()
                                .map(before -> before.path().value())
                                .collect(Collectors.toSet())));
    }

    @Test
    void ordersNothingOnlyWhereNothingIsGiven() {
        StackCatalog catalog = catalog(Map.of("/a", Set.of()));

        assertThat(catalog.inRunOrder(List.of())).isEmpty();
        assertThat(catalog.inRunOrder(catalog.stacks())).isEqualTo(catalog.stacks());
    }

    @Test
    void refusesACycleNamingTheStacksOnIt() {
        StackCatalog catalog = catalog(Map.of("/a", Set.of("/b"), "/b", Set.of("/a"), "/c", Set.of()));

        assertThatThrownBy(() -> catalog.inRunOrder(catalog.stacks()))
                .isInstanceOf(CatalogException.class)
                .hasMessageContainingAll("/a", "/b");
    }

    private static List<String> paths(List<Stack> stacks) {
        return stacks.stream().map(stack -> stack.path().value()).collect(Collectors.toList());
    }
}
