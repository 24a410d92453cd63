package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ChangedStacks} keeps. */
public abstract class ChangedStacksContract {

    /**
     * The changes of an estate that has stacks at these paths.
     *
     * @param changed the paths of those whose own code changed
     */
    protected abstract ChangedStacks changes(Set<String> stacks, Set<String> changed);

    /** Changes that cannot be told. */
    protected abstract ChangedStacks unreadable();

    @Test
    void listsWhatChangedSortedByPathInCodePoints() {
        Set<String> changed = Set.of("/b", "/a", "/a/b", "/a-b", "/Z", "/a_b");

        assertThat(paths(changes(Set.of("/b", "/a", "/a/b", "/a-b", "/Z", "/a_b", "/c", "/a/c"), changed)))
                .containsExactly("/Z", "/a", "/a-b", "/a/b", "/a_b", "/b");
    }

    @Test
    void listsNothingWhereNothingChanged() {
        assertThat(changes(Set.of("/a", "/b"), Set.of()).changed()).isEmpty();
    }

    @Test
    void saysWhyNamingTheStacksFile() {
        List<ChangedStack> changed =
                changes(Set.of("/a", "/b"), Set.of("/a", "/b")).changed();

        assertThat(changed)
                .isNotEmpty()
                .allSatisfy(change ->
                        assertThat(change.why()).contains(change.stack().path().value()));
    }

    @Test
    void namesStacksByAbsoluteDirectories() {
        assertThat(changes(Set.of("/a"), Set.of("/a")).changed())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.stack().directory()).isAbsolute());
    }

    @Test
    void saysTheSameOnEveryThreadAndEveryTime() {
        ChangedStacks changes = changes(Set.of("/a", "/b", "/c"), Set.of("/a", "/c"));

        assertThat(Together.call(4, number -> paths(changes))).containsOnly(List.of("/a", "/c"));
    }

    @Test
    void failsAsAWholeInsteadOfListingAPart() {
        CatalogException thrown =
                catchThrowableOfType(CatalogException.class, () -> unreadable().changed());

        assertThat(thrown).isNotNull();
        assertThat(thrown.problems()).isNotEmpty();
    }

    private static List<String> paths(ChangedStacks changes) {
        return changes.changed().stream()
                .map(change -> change.stack().path().value())
                .toList();
    }
}
