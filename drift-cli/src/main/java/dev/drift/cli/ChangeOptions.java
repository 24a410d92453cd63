package dev.drift.cli;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.Workload;
import dev.drift.config.Problems;
import dev.drift.stack.StackFilter;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.TerramateChanges;
import dev.drift.terramate.TerramateSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether only stacks are meant that changed, and since when. */
final class ChangeOptions {

    @Option(
            names = "--changed",
            description =
                    "Only stacks that changed: their files, what they watch, modules they call, what Terragrunt reads for them;"
                            + " committed or not.")
    boolean changed;

    @Option(
            names = "--base",
            paramLabel = "REVISION",
            description =
                    "Since which revision of git. Default: since the branch left the trunk, and on the trunk since the"
                            + " last commit.")
    Optional<String> base = Optional.empty();

    /** Adds what is wrong with the options to the problems. */
    void check(Problems problems) {
        if (!changed && base.isPresent()) {
            problems.add("--base", "Says since when, so it needs --changed");
        }
        base.filter(revision -> revision.isBlank() || revision.startsWith("-"))
                .ifPresent(revision -> problems.add("--base", "\"" + revision + "\" is no revision of git"));
    }

    /** The stacks of a filter that changed, if only those are meant: that there are none is no mistake then. */
    StackFilter among(StackFilter filter, Path root, Surroundings surroundings) {
        if (!changed) {
            return filter;
        }
        TerramateCatalog catalog = TerramateCatalog.at(root, settings());
        Workload.byPath(catalog, filter).refuseEmpty(filter);
        return filter.both(ChangedOnly.of(changes(catalog, surroundings), base));
    }

    /** How to read a project whose changes are asked for. */
    TerramateSettings settings() {
        TerramateSettings standard = TerramateSettings.standard();
        return base.map(standard::since).orElse(standard);
    }

    /** What changed among the stacks of a catalog. */
    List<ChangedStack> changes(TerramateCatalog catalog, Surroundings surroundings) {
        TerramateChanges changes = TerramateChanges.in(catalog, new UserEnvironment(surroundings.environment()));
        List<ChangedStack> found = changes.changed();
        if (found.isEmpty() && changes.beginAtHead()) {
            surroundings.say(
                    "The base is the commit that is checked out, so only what is not committed could have changed");
        }
        return found;
    }
}
