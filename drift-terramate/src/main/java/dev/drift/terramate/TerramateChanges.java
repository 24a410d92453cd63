package dev.drift.terramate;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.stack.StackPath;
import dev.drift.terramate.change.ChangeSearch;
import dev.drift.terramate.git.Git;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.terramate.project.Project;
import java.util.List;
import java.util.Optional;

/**
 * The stacks of a Terramate project that changed, as {@code terramate list --changed} would print them in the directory of the
 * catalog. Counted from the base that the settings of the catalog name, or else from the one that Terramate would choose; what
 * is not committed counts too, unless the project says otherwise. Runs the user's {@code git}, which only reads. What can make
 * a stack changed are its own files, triggers, files it watches, local modules and what Terragrunt reads.
 *
 * <p>The stacks are those that the catalog knows. Safe for use by several threads.
 */
public final class TerramateChanges implements ChangedStacks {

    private final TerramateCatalog catalog;
    private final UserEnvironment user;

    private TerramateChanges(TerramateCatalog catalog, UserEnvironment user) {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.user = requireNonNull(user, "user is null");
    }

    /** The changes among the stacks of a catalog. Nothing is read yet. */
    public static TerramateChanges in(TerramateCatalog catalog) {
        return in(catalog, UserEnvironment.ofThisProcess());
    }

    /** The changes among the stacks of a catalog, told by the git of a user. Nothing is read yet. */
    public static TerramateChanges in(TerramateCatalog catalog, UserEnvironment user) {
        return new TerramateChanges(catalog, user);
    }

    @Override
    public List<ChangedStack> changed() {
        Project project = catalog.project();
        return ChangeSearch.changed(
                        project, git(project), user, catalog.settings().base())
                .stream()
                .filter(change -> change.stack().path().isAtOrBelow(project.start()))
                .toList();
    }

    /** Stacks are found at the base by their blocks, so what somebody hides in a comment of several lines may be named too. */
    @Override
    public List<StackPath> deleted() {
        Project project = catalog.project();
        return ChangeSearch.deleted(project, git(project), catalog.settings().base()).stream()
                .filter(path -> path.isAtOrBelow(project.start()))
                .toList();
    }

    @Override
    public Optional<String> base() {
        Project project = catalog.project();
        return Optional.of(
                ChangeSearch.base(project, git(project), catalog.settings().base()));
    }

    /**
     * Whether they begin at the commit that is checked out, so that only what is not committed can have changed.
     *
     * @throws CatalogException if git cannot tell
     */
    public boolean beginAtHead() {
        Project project = catalog.project();
        return ChangeSearch.beginsAtHead(
                project, git(project), catalog.settings().base());
    }

    private Git git(Project project) {
        return Git.at(project.root(), user);
    }
}
