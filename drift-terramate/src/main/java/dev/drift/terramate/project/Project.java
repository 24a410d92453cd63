package dev.drift.terramate.project;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.CatalogException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.stack.StackId;
import dev.drift.stack.StackPath;
import dev.drift.terramate.hcl.Attribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Terramate project, read as a whole.
 *
 * @param root its top directory, absolute, links resolved
 * @param start the directory that was asked for, from the root of the project
 * @param stacks every stack of the project, sorted by path
 * @param changes how it wants changes to be found
 */
public record Project(Path root, StackPath start, List<StackDeclaration> stacks, ChangeDetection changes) {

    public Project {
        requireNonNull(root, "root is null");
        requireNonNull(start, "start is null");
        stacks = List.copyOf(stacks);
        requireNonNull(changes, "changes is null");
    }

    /**
     * Reads the project that holds the directory.
     *
     * @param separators what divides the key of a tag from its value
     * @param version the version of Terramate whose rules are followed and which the project must accept
     * @throws CatalogException with everything that is wrong
     */
    public static Project read(Path directory, String separators, String version) {
        Path start = real(directory);
        Path root = ProjectRoot.of(start);
        Problems problems = new Problems();
        List<Configuration> configurations = configurations(root, version, problems);
        List<StackDeclaration> stacks = new ArrayList<>();
        for (Configuration configuration : configurations) {
            problems.addAll(configuration.problems());
            configuration
                    .stack()
                    .ifPresent(block -> new StackReader(configuration.listing(), root)
                            .read(block, separators, problems)
                            .ifPresent(stacks::add));
        }
        stacks.sort(Comparator.comparing(StackDeclaration::stack));
        noteSharedIds(stacks, problems);
        if (!problems.isEmpty()) {
            throw new CatalogException(problems.all().stream().distinct().toList());
        }
        ChangeDetection changes = ChangeDetection.of(configurations.get(0).settings());
        return new Project(root, pathOf(root, start), stacks, changes);
    }

    private static List<Configuration> configurations(Path root, String version, Problems problems) {
        ProjectFiles files = new ProjectFiles(root);
        Configuration top = Configuration.of(ProjectWalk.root(root, problems), files, Set.of());
        checkVersion(top, version, problems);
        Set<String> experiments = ProjectSettings.experiments(top.settings()).orElse(Set.of());
        List<Configuration> all = new ArrayList<>();
        all.add(top);
        all.addAll(ProjectWalk.below(root, problems).parallelStream()
                .map(listing -> Configuration.of(listing, files, experiments))
                .toList());
        return all;
    }

    private static void checkVersion(Configuration top, String version, Problems problems) {
        Optional<Attribute> required = ProjectSettings.requiredVersion(top.settings());
        if (required.isEmpty()) {
            return;
        }
        String where = required.get().expression().span().toString();
        String constraint =
                Valuation.CONSTANTS.textOf(required.get().expression()).orElse("");
        try {
            if (!constraint.isEmpty() && !RequiredVersion.parse(constraint).accepts(version)) {
                problems.add(
                        where,
                        "The project requires Terramate " + constraint + ", but its files are read by the rules of "
                                + version);
            }
        } catch (IllegalArgumentException broken) {
            problems.add(where, String.valueOf(broken.getMessage()));
        }
    }

    private static void noteSharedIds(List<StackDeclaration> stacks, Problems problems) {
        Map<StackId, StackDeclaration> first = new HashMap<>();
        for (StackDeclaration declared : stacks) {
            declared.stack().id().ifPresent(id -> {
                StackDeclaration other = first.putIfAbsent(id, declared);
                if (other != null) {
                    problems.add(
                            declared.where(),
                            "Stacks " + other.stack() + " and " + declared.stack() + " have the same id \"" + id
                                    + "\" (upper and lower case are the same)");
                }
            });
        }
    }

    private static Path real(Path directory) {
        try {
            Path real = directory.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
        } catch (IOException missing) {
            throw ProjectRoot.failure(Problem.of(directory + " cannot be read: " + Reasons.of(missing)));
        }
        throw ProjectRoot.failure(Problem.of(directory + " is no directory"));
    }

    private static StackPath pathOf(Path root, Path start) {
        return StackPath.of("/" + root.relativize(start));
    }
}
