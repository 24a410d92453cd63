package dev.drift.terramate;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.StackOrder;
import dev.drift.stack.Stack;
import dev.drift.terramate.order.RunOrder;
import dev.drift.terramate.project.Project;
import dev.drift.terramate.project.StackDeclaration;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The stacks of a Terramate project, as {@code terramate list} would print them in a directory: those at or below it. Pure
 * Java: needs no {@code terramate}, runs nothing and writes nothing. What Terramate refuses is refused.
 *
 * <p>The project is read once, when it is first asked for, and again after a failure; a catalog that outlives a change of
 * the files does not see it. Safe for use by several threads.
 */
public final class TerramateCatalog implements StackCatalog {

    private final Path directory;
    private final TerramateSettings settings;
    private Optional<Reading> reading = Optional.empty();

    private TerramateCatalog(Path directory, TerramateSettings settings) {
        this.directory = requireNonNull(directory, "directory is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** The stacks at or below a directory of a project. Nothing is read yet. */
    public static TerramateCatalog at(Path directory) {
        return at(directory, TerramateSettings.standard());
    }

    /** The stacks at or below a directory of a project, read as the settings say. Nothing is read yet. */
    public static TerramateCatalog at(Path directory, TerramateSettings settings) {
        return new TerramateCatalog(directory, settings);
    }

    /**
     * The root of the project, absolute, links resolved.
     *
     * @throws CatalogException if the project cannot be read
     */
    public Path root() {
        return reading().project().root();
    }

    /**
     * Every stack of the whole project as it is declared, sorted by path.
     *
     * @throws CatalogException if the project cannot be read
     */
    public List<StackDeclaration> declarations() {
        return reading().project().stacks();
    }

    @Override
    public List<Stack> stacks() {
        Project project = reading().project();
        return project.stacks().stream()
                .map(StackDeclaration::stack)
                .filter(stack -> stack.path().isAtOrBelow(project.start()))
                .toList();
    }

    @Override
    public StackOrder order(Collection<Stack> stacks) {
        return reading().order().of(stacks);
    }

    /** Does not ask who waits for whom, which costs more than the order itself. */
    @Override
    public List<Stack> inRunOrder(Collection<Stack> stacks) {
        return reading().order().sorted(stacks);
    }

    Project project() {
        return reading().project();
    }

    TerramateSettings settings() {
        return settings;
    }

    private synchronized Reading reading() {
        if (reading.isEmpty()) {
            Project project = Project.read(directory, settings.tagSeparators(), settings.terramateVersion());
            reading = Optional.of(new Reading(project, new RunOrder(project)));
        }
        return reading.get();
    }

    private record Reading(Project project, RunOrder order) {}
}
