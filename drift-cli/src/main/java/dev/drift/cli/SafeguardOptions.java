package dev.drift.cli;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.config.Nearest;
import dev.drift.config.Problems;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.UncommittedStacks;
import dev.drift.terramate.change.Safeguard;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which code may be applied although nobody could look it up later. */
final class SafeguardOptions {

    private static final String NAME = "--disable-safeguards";
    private static final List<String> EVERYTHING = List.of("all", "git");
    private static final String NOTHING = "none";

    @Option(
            names = NAME,
            paramLabel = "NAMES",
            split = ",",
            description = {
                "Apply code that is not committed as well: git-untracked for files that git does not track, git-uncommitted"
                        + " for changes of others; git or all for both. Default: none, and such stacks are refused."
            })
    List<String> disabled = new ArrayList<>();

    @Option(names = "-X", description = "The same as --disable-safeguards=all.")
    boolean allDisabled;

    /** Adds what is wrong with the options to the problems. */
    void check(Problems problems) {
        List<String> known = Stream.of(
                        EVERYTHING.stream(),
                        Stream.of(NOTHING),
                        Arrays.stream(Safeguard.values()).map(Safeguard::word))
                .flatMap(names -> names)
                .toList();
        disabled.stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> problems.add(NAME, "\"" + name + "\" is no safeguard" + Nearest.question(name, known)));
    }

    /** The stacks at or below a directory that must not be applied, each with the option that lets it pass; empty if all may be. */
    Optional<ChangedStacks> refused(Path directory, Surroundings surroundings) {
        Set<Safeguard> kept = kept();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        ChangedStacks uncommitted = UncommittedStacks.in(
                TerramateCatalog.at(directory), new UserEnvironment(surroundings.environment()), kept);
        return Optional.of(() -> uncommitted.changed().stream()
                .map(change -> new ChangedStack(change.stack(), change.why() + " (" + NAME + "=git lets it pass)"))
                .toList());
    }

    private Set<Safeguard> kept() {
        Set<Safeguard> kept = EnumSet.allOf(Safeguard.class);
        kept.removeIf(safeguard -> allDisabled
                || disabled.contains(safeguard.word())
                || disabled.stream().anyMatch(EVERYTHING::contains));
        return kept;
    }
}
