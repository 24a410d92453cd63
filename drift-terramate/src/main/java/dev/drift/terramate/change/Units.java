package dev.drift.terramate.change;

import dev.drift.terramate.code.TerragruntReads;
import dev.drift.terramate.project.ChangeDetection.TerragruntUse;
import dev.drift.terramate.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a change touches what Terragrunt reads for the units of a project. What cannot be told counts as touched. */
final class Units {

    private final Path root;
    private final TerragruntUse use;
    private final Map<String, String> environment;
    private final ChangedFiles files;
    private final Modules modules;
    private final Predicate<String> changedStack;

    /**
     * As a project wants it.
     *
     * @param environment the variables that Terragrunt would see
     * @param changedStack whether there is a stack at a path that is already known to have changed
     */
    Units(
            Project project,
            Map<String, String> environment,
            ChangedFiles files,
            Modules modules,
            Predicate<String> changedStack) {
        this.root = project.root();
        this.use = project.changes().terragrunt();
        this.environment = environment;
        this.files = files;
        this.modules = modules;
        this.changedStack = changedStack;
    }

    /** Why the unit that a directory is changed, if it is one and did. */
    Optional<String> in(Path directory) {
        return use == TerragruntUse.OFF ? Optional.empty() : in(directory, new HashSet<>());
    }

    private Optional<String> in(Path unit, Set<Path> seen) {
        if (!seen.add(unit)) {
            return Optional.empty();
        }
        TerragruntReads reads = TerragruntReads.of(root, unit, environment);
        return reads.source()
                .flatMap(source -> modules.at(
                        source, unit, path(unit.resolve(TerragruntReads.FILE)).substring(1)))
                .or(() -> reads.files().stream()
                        .sorted()
                        .flatMap(file -> read(file, seen).stream())
                        .findFirst())
                .or(() -> reads.untold().stream()
                        .sorted()
                        .findFirst()
                        .map(place -> "what " + place + " reads cannot be told, so it may have changed"));
    }

    /** A directory that is looked for may be a stack or a unit itself. */
    private Optional<String> read(Path file, Set<Path> seen) {
        return files.touching(path(file))
                .or(() -> Optional.of(path(file)).filter(changedStack))
                .map(changed -> changed + ", which Terragrunt reads, changed")
                .or(() -> Files.isDirectory(file) ? in(file, seen) : Optional.empty());
    }

    private String path(Path place) {
        return "/" + root.relativize(place);
    }
}
