package dev.drift.terramate;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.terramate.change.ChangeSearch;
import dev.drift.terramate.change.Safeguard;
import dev.drift.terramate.git.Git;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.terramate.project.Project;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The stacks of a Terramate project whose code is not committed: their own files, local modules, what they watch, what Terragrunt
 * reads for them, and the files of Terramate in and above their directories. States, locks and caches that tools leave are no
 * code. Outside of a repository of git nothing is uncommitted. Runs the user's {@code git}, which only reads.
 *
 * <p>The stacks are those that the catalog knows. Safe for use by several threads.
 */
public final class UncommittedStacks implements ChangedStacks {

    private final TerramateCatalog catalog;
    private final UserEnvironment user;
    private final Set<Safeguard> kept;

    private UncommittedStacks(TerramateCatalog catalog, UserEnvironment user, Set<Safeguard> kept) {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.user = requireNonNull(user, "user is null");
        this.kept = Set.copyOf(kept);
    }

    /** Those of a catalog, told by the git of a user; nothing is overlooked. Nothing is read yet. */
    public static UncommittedStacks in(TerramateCatalog catalog, UserEnvironment user) {
        return in(catalog, user, EnumSet.allOf(Safeguard.class));
    }

    /** Those of a catalog that some safeguards see. Nothing is read yet. */
    public static UncommittedStacks in(TerramateCatalog catalog, UserEnvironment user, Set<Safeguard> kept) {
        return new UncommittedStacks(catalog, user, kept);
    }

    @Override
    public List<ChangedStack> changed() {
        Project project = catalog.project();
        return ChangeSearch.uncommitted(project, Git.at(project.root(), user), user, kept).stream()
                .filter(change -> change.stack().path().isAtOrBelow(project.start()))
                .toList();
    }
}
